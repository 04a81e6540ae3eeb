package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.simulation.Scenario;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays whole recorded rollouts and compares the sequence of their states, times within a second.
 */
public final class TraceVectors {

  /** Left out of a row where they are empty. */
  private static final Set<String> LISTS = Set.of("runs", "additional", "experiments");

  /** The traffic router plugin of the recorded manifests. */
  public static final String ROUTER = "example/router";

  private TraceVectors() {}

  /** What the engine can do where nothing real is behind its ports. */
  public static Capabilities capabilities() {
    return TraceRow.CAPABILITIES;
  }

  /** Runs the rows of one trace file. */
  public static FileReport run(String file, List<Map<String, Object>> rows) {
    return FileReport.of(file, rows, TraceVectors::run);
  }

  /** Plays one row. */
  public static RowOutcome run(Map<String, Object> row) {
    return run(row, Simulation::play);
  }

  /** Runs one row by a player of scenarios. */
  public static RowOutcome run(
      Map<String, Object> row, Function<Scenario, Simulation.Timeline> player) {
    TraceRow read = new TraceRow(row);
    Scenario scenario = read.scenario();
    if (!read.notExecuted().isEmpty()) {
      return new RowOutcome.NotExecuted(String.join(", ", read.notExecuted()));
    }
    boolean blueGreen = scenario.start().rollout().spec().blueGreen() != null;
    List<State> expected =
        expected(Data.list(Data.map(row.get("want")).get("trace")), TraceStates.fields(blueGreen));
    List<State> actual = actual(player.apply(scenario));
    return compare(expected, actual);
  }

  /** The core fields of the state in which a player leaves a row, whenever that was reached. */
  public static Map<String, @Nullable Object> end(
      Map<String, Object> row, Function<Scenario, Simulation.Timeline> player) {
    return actual(player.apply(new TraceRow(row).scenario())).getLast().core();
  }

  /** The core fields from a second on. */
  private record State(long second, Map<String, @Nullable Object> core) {

    @Override
    public String toString() {
      return second + "s " + core;
    }
  }

  private static List<State> expected(List<Object> trace, List<String> fields) {
    List<State> states = new ArrayList<>();
    for (Object entry : trace) {
      Map<String, Object> recorded = Data.map(entry);
      Map<String, @Nullable Object> core = new LinkedHashMap<>();
      for (String field : fields) {
        core.put(field, normal(recorded.get(field), field));
      }
      add(states, new State(Data.integer(recorded.get("t"), 0), core));
    }
    return states;
  }

  private static @Nullable Object normal(@Nullable Object value, String field) {
    return switch (value) {
      case null -> LISTS.contains(field) ? List.of() : null;
      case Map<?, ?> map -> new TreeMap<>(Data.map(map));
      case List<?> list ->
          list.stream()
              .map(it -> it instanceof Map<?, ?> map ? new TreeMap<>(Data.map(map)) : it)
              .toList();
      default -> value;
    };
  }

  private static List<State> actual(Simulation.Timeline timeline) {
    TraceStates words = new TraceStates();
    List<State> states = new ArrayList<>();
    timeline
        .snapshots()
        .forEach(snapshot -> {
          Map<String, @Nullable Object> core = new LinkedHashMap<>();
          words.of(snapshot).forEach((field, value) -> core.put(field, normal(value, field)));
          add(states, new State(snapshot.second(), core));
        });
    return states;
  }

  private static void add(List<State> states, State next) {
    if (states.isEmpty() || !states.getLast().core().equals(next.core())) {
      states.add(next);
    }
  }

  private static RowOutcome compare(List<State> expected, List<State> actual) {
    int length = Math.max(expected.size(), actual.size());
    for (int i = 0; i < length; i++) {
      State want = i < expected.size() ? expected.get(i) : null;
      State got = i < actual.size() ? actual.get(i) : null;
      if (want == null || got == null || !same(want, got)) {
        return deviation(want, got);
      }
    }
    return new RowOutcome.Equal();
  }

  private static boolean same(State want, State got) {
    return Math.abs(want.second() - got.second()) <= 1 && want.core().equals(got.core());
  }

  /** Names only what differs. */
  private static RowOutcome deviation(@Nullable State want, @Nullable State got) {
    if (want == null || got == null) {
      return new RowOutcome.Deviates(Objects.toString(want, "end"), Objects.toString(got, "end"));
    }
    StringBuilder expected = new StringBuilder(want.second() + "s");
    StringBuilder actual = new StringBuilder(got.second() + "s");
    for (String field : want.core().keySet()) {
      if (!Objects.equals(want.core().get(field), got.core().get(field))) {
        expected.append(' ').append(field).append('=').append(want.core().get(field));
        actual.append(' ').append(field).append('=').append(got.core().get(field));
      }
    }
    return new RowOutcome.Deviates(expected.toString(), actual.toString());
  }
}
