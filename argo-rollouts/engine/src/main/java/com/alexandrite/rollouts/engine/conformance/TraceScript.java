package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.Scenario.Happening;
import com.alexandrite.rollouts.engine.simulation.Scenario.Step;
import com.alexandrite.rollouts.engine.simulation.script.Operations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the script of a trace row. */
final class TraceScript {

  private final SpecPatches patches;
  private final Set<String> notExecuted;

  TraceScript(SpecPatches patches, Set<String> notExecuted) {
    this.patches = patches;
    this.notExecuted = notExecuted;
  }

  Step step(Map<String, Object> entry) {
    return new Step(TraceRow.seconds(entry.get("at")), happening(entry));
  }

  private Happening happening(Map<String, Object> entry) {
    int revision = Data.integer(entry.get("rev"), 0);
    return switch (Data.text(entry.get("op"))) {
      case "podsUnready" ->
          simulation -> simulation.pods().fail(revision, TraceRow.readyAfter(entry.get("for")));
      case "setPods" ->
          simulation ->
              simulation.pods().slow(revision, TraceRow.readyAfter(entry.get("readyAfter")));
      case "markReady" ->
          simulation -> simulation.pods().heal(revision, Data.integer(entry.get("count"), 1));
      case "restart" ->
          simulation ->
              simulation.change(state ->
                  RolloutOperations.restart(
                      state, simulation.now().plus(TraceRow.seconds(entry.get("in")))));
      default -> {
        UnaryOperator<RolloutState> operation = operation(entry);
        yield simulation -> simulation.change(operation);
      }
    };
  }

  private UnaryOperator<RolloutState> operation(Map<String, Object> entry) {
    String name = Data.text(entry.get("op"));
    return switch (name) {
      case "patchSpec" -> state -> patches.patch(state, Data.map(entry.get("patch")));
      case "terminateRun" -> state -> terminate(state, Data.text(entry.get("kind")));
      default -> Operations.named(name, entry).orElseGet(() -> unknown(name));
    };
  }

  private UnaryOperator<RolloutState> unknown(String name) {
    notExecuted.add("script." + name);
    return state -> state;
  }

  private static RolloutState terminate(RolloutState state, String kind) {
    List<AnalysisRun> running =
        state.analysisRuns().stream()
            .filter(run -> TraceStates.kind(run).equalsIgnoreCase(kind) && !run.phase().completed())
            .toList();
    return running.isEmpty()
        ? state
        : state.withAnalysisRun(
            running.getLast().withState(running.getLast().state().terminating()));
  }
}
