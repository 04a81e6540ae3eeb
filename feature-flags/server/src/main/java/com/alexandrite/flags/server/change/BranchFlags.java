package com.alexandrite.flags.server.change;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.Segments;
import com.alexandrite.flags.server.environment.StoredState;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the flags of a branch into its preview's environment, and into no other: flags that only
 * the branch defines begin there, and its preview file says which ones are in another state than
 * the environment that the preview began with. What a person has switched in the preview stays.
 */
public final class BranchFlags {
  /** Who makes a preview's environment, and so brings the states that it begins with. */
  public static final String BEGINNING = "preview";

  /** Who brings what a branch says. */
  public static final String BRANCH = "branch";

  private static final String REASON = "as the branch says";

  private final FlagDatabase database;
  private final Definitions definitions;
  private final Environments environments;
  private final FlagStates states;
  private final Segments segments;
  private final Recording recording;
  private final InstantSource clock;

  /** Over the flag database. */
  public BranchFlags(
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

  /** Takes what it says over; as often as asked. Returns whether anything changed. */
  public boolean take(String environment, BranchFiles wanted) {
    return database.inTransaction(() -> new Taking(environments.locked(environment)).run(wanted));
  }

  /** Its environment is gone: what only it had is archived. */
  public void forget() {
    definitions.archiveUnused(clock.instant());
  }

  private Map<String, StoredState> byKey(@Nullable String environment) {
    return environment == null
        ? Map.of()
        : states.all(environment).stream()
            .collect(Collectors.toMap(one -> one.state().key(), Function.identity()));
  }

  /** One taking over, as one version of the environment. */
  private final class Taking {
    private final Environment environment;
    private final Map<String, StoredState> now;
    private final Map<String, StoredState> origin;
    private final Instant at = clock.instant();

    Taking(Environment environment) {
      this.environment = environment;
      now = byKey(environment.name());
      origin = byKey(environment.clonedFrom());
    }

    boolean run(BranchFiles wanted) {
      Map<String, FlagState> changed = new TreeMap<>();
      for (FlagDefinition flag : wanted.definitions().flags()) {
        if (definitions.find(flag.key()).isEmpty()) {
          definitions.keep(flag);
        }
        FlagState state = state(flag, wanted.variants().get(flag.key()));
        StoredState before = now.get(flag.key());
        if (before == null || !before.state().equals(state)) {
          changed.put(flag.key(), state);
        }
      }
      List<Segment> missing = new ArrayList<>(wanted.definitions().segments());
      missing.removeIf(one -> segments.find(environment.name(), one.key()).isPresent());
      if (changed.isEmpty() && missing.isEmpty()) {
        return false;
      }
      keep(changed, missing);
      return true;
    }

    private void keep(Map<String, FlagState> changed, List<Segment> missing) {
      long version = environments.next(environment, at);
      missing.forEach(one -> segments.put(environment.name(), one, version));
      changed.forEach((key, state) -> {
        states.put(environment.name(), new StoredState(state, version, at, BRANCH));
        StoredState before = now.get(key);
        recording.record(draft(key, before == null ? null : before.state(), state), version);
      });
    }

    private FlagState state(FlagDefinition flag, @Nullable String variant) {
      StoredState stored = now.get(flag.key());
      if (stored == null) {
        return with(flag.initialState(environment.kind()), variant);
      }
      boolean byPerson =
          !stored.changedBy().equals(BEGINNING) && !stored.changedBy().equals(BRANCH);
      if (byPerson || (variant == null && stored.changedBy().equals(BEGINNING))) {
        return stored.state();
      }
      return with(beginning(flag), variant);
    }

    private FlagState beginning(FlagDefinition flag) {
      StoredState there = origin.get(flag.key());
      return there == null ? flag.initialState(environment.kind()) : there.state();
    }

    private static FlagState with(FlagState state, @Nullable String variant) {
      if (variant == null) {
        return state;
      }
      return variant.equals("off")
          ? new FlagState(state.key(), false, state.salt(), state.rules())
          : new FlagState(
              state.key(),
              true,
              state.salt(),
              List.of(Rule.everybody(FlagDocument.EVERYBODY, variant)));
    }

    private Draft draft(String key, @Nullable FlagState before, FlagState after) {
      return new Draft(
          environment.name(),
          "rules",
          "flag",
          key,
          FlagJson.writeNullable(before),
          FlagJson.writeNullable(after),
          BRANCH,
          null,
          REASON,
          at,
          null);
    }
  }
}
