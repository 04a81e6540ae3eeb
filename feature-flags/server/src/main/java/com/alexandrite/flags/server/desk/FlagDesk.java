package com.alexandrite.flags.server.desk;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.server.change.Change;
import com.alexandrite.flags.server.change.History;
import com.alexandrite.flags.server.change.Shares;
import com.alexandrite.flags.server.count.Evaluations;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.StoredState;
import com.alexandrite.flags.server.instance.Instances;
import com.alexandrite.flags.server.store.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What pages and programs read about flags. */
public final class FlagDesk {
  private final Definitions definitions;
  private final Environments environments;
  private final FlagStates states;
  private final History history;
  private final Evaluations evaluations;
  private final Instances instances;
  private final InstantSource clock;

  /** Over the flag database. */
  public FlagDesk(
      Definitions definitions,
      Environments environments,
      FlagStates states,
      History history,
      Evaluations evaluations,
      Instances instances,
      InstantSource clock) {
    this.definitions = definitions;
    this.environments = environments;
    this.states = states;
    this.history = history;
    this.evaluations = evaluations;
    this.instances = instances;
    this.clock = clock;
  }

  /** All flags, by key. */
  public List<FlagRow> list() {
    Instant now = clock.instant();
    Map<String, Map<String, StoredState>> byEnvironment = new HashMap<>();
    Map<String, Map<String, Long>> asked = new HashMap<>();
    for (Environment environment : environments.all()) {
      Map<String, StoredState> byFlag = new HashMap<>();
      states.all(environment.name()).forEach(one -> byFlag.put(one.state().key(), one));
      byEnvironment.put(environment.name(), byFlag);
      asked.put(
          environment.name(),
          evaluations.byFlag(environment.name(), now.minus(Duration.ofHours(24))));
    }
    Map<String, Instant> last = evaluations.last();
    return definitions.all().stream()
        .map(flag -> row(flag, byEnvironment, asked, last.get(flag.key())))
        .toList();
  }

  /** One flag in one line; refused when it is not known. */
  public FlagRow row(String key) {
    definitions.known(key);
    return list().stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
  }

  /** One flag in one environment; refused when one of them is not known. */
  public FlagInEnvironment flag(String key, String environment) {
    FlagDefinition flag = definitions.known(key);
    Environment place = environments.known(environment);
    StoredState stored =
        states
            .find(environment, flag.key())
            .orElseThrow(() ->
                Refused.unknown(
                    "flag",
                    key + " in " + environment,
                    "Only a branch defines it yet: it is in that branch's preview."));
    FlagState state = stored.state();
    List<Change> changes = history.newest(environment, key, 1);
    Change last = changes.isEmpty() ? null : changes.getFirst();
    return new FlagInEnvironment(
        key,
        environment,
        state.enabled(),
        word(state),
        percent(state),
        state.salt(),
        state.rules(),
        stored.version(),
        place.version(),
        stored.changedAt(),
        stored.changedBy(),
        last == null ? "" : last.reason(),
        last == null ? null : last.everywhereMs(),
        last,
        instances.alive(environment));
  }

  private FlagRow row(
      FlagDefinition flag,
      Map<String, Map<String, StoredState>> byEnvironment,
      Map<String, Map<String, Long>> asked,
      @org.jspecify.annotations.Nullable Instant lastEvaluated) {
    Map<String, FlagRow.StateCell> cells = new TreeMap<>();
    Map<String, Long> counts = new TreeMap<>();
    byEnvironment.forEach((environment, byFlag) -> {
      StoredState stored = byFlag.get(flag.key());
      if (stored != null) {
        cells.put(environment, cell(stored));
        counts.put(
            environment, asked.getOrDefault(environment, Map.of()).getOrDefault(flag.key(), 0L));
      }
    });
    return new FlagRow(
        flag.key(),
        flag.description(),
        flag.type().word(),
        flag.owner(),
        flag.unit().word(),
        flag.created(),
        flag.expires(),
        flag.variants().stream().map(FlagDefinition.VariantValue::name).toList(),
        cells,
        counts,
        lastEvaluated,
        Lifecycle.mark(flag, cells.values(), lastEvaluated, clock.instant()));
  }

  private static FlagRow.StateCell cell(StoredState stored) {
    FlagState state = stored.state();
    return new FlagRow.StateCell(
        state.enabled(),
        word(state),
        percent(state),
        state.rules().size(),
        stored.version(),
        stored.changedAt(),
        stored.changedBy());
  }

  private static String word(FlagState state) {
    int share = Shares.of(state);
    boolean others = state.rules().stream().anyMatch(rule -> !isForAll(rule));
    if (!state.enabled() || (share == 0 && !others)) {
      return "off";
    }
    return share == FlagDocument.EVERYBODY ? "on" : others ? "rules" : "share";
  }

  private static boolean isForAll(FlagDocument.Rule rule) {
    return rule.segment() == null && rule.conditions().isEmpty();
  }

  private static double percent(FlagState state) {
    return Shares.of(state) / 100.0;
  }
}
