package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.Simulation.Snapshot;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Small rollouts with an experiment, as rows of a trace file. Revision 2 comes at second 30. */
final class ExperimentRows {

  /** Good below 0.1, bad above 1, between them nobody knows. */
  private static final String TEMPLATES =
      """
      [{"metadata":{"name":"t"},"spec":{"args":[{"name":"hash","value":"-"}],"metrics":[
        {"name":"m","interval":"5s","count":4,"successCondition":"result < 0.1",
         "failureCondition":"result > 1","provider":{"prometheus":{"query":"q"}}}]}},
       {"metadata":{"name":"u"},"spec":{"metrics":[
        {"name":"other","interval":"5s","successCondition":"result < 0.1",
         "provider":{"prometheus":{"query":"q"}}}]}}]\
      """;

  private ExperimentRows() {}

  /**
   * A row.
   *
   * @param experiment the step's experiment, after a setWeight of 20
   * @param script what happens after the new image
   * @param value of metric m
   * @param extra further fields of the row, each with a comma behind it
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> row(String experiment, String script, String value, String extra) {
    String text =
        """
        {"id":"own","rollout":{"metadata":{"name":"demo"},"spec":{"replicas":4,
          "progressDeadlineSeconds":100,"selector":{"matchLabels":{"app":"demo"}},
          "template":{"metadata":{"labels":{"app":"demo"}},
            "spec":{"containers":[{"name":"main","image":"demo:1"}]}},
          "strategy":{"canary":{"canaryService":"canary","stableService":"stable",
            "trafficRouting":{"plugins":{"example/router":{}}},
            "steps":[{"setWeight":20},{"experiment":%s},{"setWeight":50}]}}}},
          %s
          "templates":%s,
          "metrics":{"m":[{"from":0,"value":%s}],"other":[{"from":0,"value":0}]},
          "script":[{"at":30,"op":"setImage","image":"demo:2"}%s],"until":900}\
        """
            .formatted(experiment, extra, TEMPLATES, value, script.isEmpty() ? "" : "," + script);
    return JsonMapper.shared().readValue(text, Map.class);
  }

  static List<Snapshot> play(Map<String, Object> row) {
    return Simulation.play(new TraceRow(row).scenario()).snapshots();
  }

  /** The state at the end of this second. */
  static Snapshot at(List<Snapshot> snapshots, long second) {
    return snapshots.stream()
        .filter(snapshot -> snapshot.second() <= second)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
