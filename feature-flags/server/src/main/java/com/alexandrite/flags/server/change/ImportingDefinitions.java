package com.alexandrite.flags.server.change;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.definition.FlagDefinitions;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.Segments;
import com.alexandrite.flags.server.environment.StoredState;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the definition files over: a new flag begins in each environment as its file says, what
 * exists keeps its state, a flag without a file is archived unless only previews have it.
 */
public final class ImportingDefinitions {
  private final FlagDatabase database;
  private final Definitions definitions;
  private final Environments environments;
  private final FlagStates states;
  private final Segments segments;
  private final Recording recording;
  private final InstantSource clock;

  /** Over the flag database. */
  public ImportingDefinitions(
      FlagDatabase database,
      Definitions definitions,
      Environments environments,
      FlagStates states,
      Segments segments,
      Recording recording,
      InstantSource clock) {
    this.database = database;
    this.definitions = definitions;
    this.environments = environments;
    this.states = states;
    this.segments = segments;
    this.recording = recording;
    this.clock = clock;
  }

  /** What came of it: keys that are new, kept or archived. */
  public record Imported(List<String> added, List<String> kept, List<String> archived) {}

  /** Does it for all environments at once. */
  public Imported run(FlagDefinitions files, String actor, String reason) {
    Instant now = clock.instant();
    List<FlagDefinition> wanted = files.flags();
    return database.inTransaction(() -> {
      // One import at a time; changes wait too, they are that short.
      List<Environment> locked =
          environments.all().stream().map(one -> environments.locked(one.name())).toList();
      Set<String> before =
          definitions.all().stream().map(FlagDefinition::key).collect(Collectors.toSet());
      Map<String, Map<String, StoredState>> gone = statesOfGone(before, wanted);
      wanted.forEach(definitions::keep);
      gone.keySet().forEach(key -> definitions.archive(key, now));
      for (Environment environment : locked) {
        new InOne(environment, actor, reason, now).run(files, before, gone);
      }
      List<String> keys = wanted.stream().map(FlagDefinition::key).sorted().toList();
      return new Imported(
          keys.stream().filter(key -> !before.contains(key)).toList(),
          keys.stream().filter(before::contains).toList(),
          gone.keySet().stream().sorted().toList());
    });
  }

  private Map<String, Map<String, StoredState>> statesOfGone(
      Set<String> before, List<FlagDefinition> wanted) {
    Set<String> stay = wanted.stream().map(FlagDefinition::key).collect(Collectors.toSet());
    Map<String, Map<String, StoredState>> gone = new HashMap<>();
    before.stream()
        .filter(key -> !stay.contains(key))
        .forEach(key -> gone.put(key, states.of(key)));
    gone.values().removeIf(ImportingDefinitions::onlyInPreviews);
    return gone;
  }

  /** A branch defines it, whose files are not those that are taken over. */
  private static boolean onlyInPreviews(Map<String, StoredState> byEnvironment) {
    return !byEnvironment.isEmpty()
        && Environment.STANDING.stream().noneMatch(byEnvironment::containsKey);
  }

  /** The same in one environment, as one version. */
  private final class InOne {
    private final Environment environment;
    private final String actor;
    private final String reason;
    private final Instant now;

    InOne(Environment environment, String actor, String reason, Instant now) {
      this.environment = environment;
      this.actor = actor;
      this.reason = reason;
      this.now = now;
    }

    void run(
        FlagDefinitions files, Set<String> before, Map<String, Map<String, StoredState>> gone) {
      // A branch's flag that a preview brought begins elsewhere when its file is merged.
      Set<String> here =
          states.all(environment.name()).stream()
              .map(one -> one.state().key())
              .collect(Collectors.toSet());
      List<FlagDefinition> fresh =
          files.flags().stream()
              .filter(flag -> !before.contains(flag.key()) || !here.contains(flag.key()))
              .toList();
      List<Segment> missing =
          files.segments().stream().filter(segment -> !isThere(segment)).toList();
      if (fresh.isEmpty() && gone.isEmpty() && missing.isEmpty()) {
        return;
      }
      long version = environments.next(environment, now);
      for (Segment segment : missing) {
        segments.put(environment.name(), segment, version);
        recording.record(draft("import", "segment", segment.key(), null, segment), version);
      }
      for (FlagDefinition flag : fresh) {
        FlagState state = begin(flag, version);
        recording.record(draft("import", "flag", flag.key(), null, state), version);
      }
      gone.forEach((key, byEnvironment) -> {
        StoredState last = byEnvironment.get(environment.name());
        FlagState state = last == null ? null : last.state();
        recording.record(draft("archive", "flag", key, state, null), version);
      });
    }

    private boolean isThere(Segment segment) {
      return segments.find(environment.name(), segment.key()).isPresent();
    }

    /** A flag that was archived and comes back goes on as it was. */
    private FlagState begin(FlagDefinition flag, long version) {
      FlagState state =
          states
              .find(environment.name(), flag.key())
              .map(StoredState::state)
              .orElseGet(() -> flag.initialState(environment.kind()));
      states.put(environment.name(), new StoredState(state, version, now, actor));
      return state;
    }

    private Draft draft(
        String kind,
        String subjectKind,
        String key,
        @Nullable Object before,
        @Nullable Object after) {
      return new Draft(
          environment.name(),
          kind,
          subjectKind,
          key,
          FlagJson.writeNullable(before),
          FlagJson.writeNullable(after),
          actor,
          null,
          reason,
          now,
          null);
    }
  }
}
