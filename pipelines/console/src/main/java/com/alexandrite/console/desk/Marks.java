package com.alexandrite.console.desk;

import com.alexandrite.console.release.EventLog;
import com.alexandrite.console.view.Series.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events of the engine that deserve a line across the charts. */
final class Marks {
  private static final Map<String, String> KINDS =
      Map.of(
          "TrafficWeightUpdated", "step",
          "RolloutPaused", "pause",
          "RolloutAborted", "abort",
          "RolloutCompleted", "promote",
          "SkipSteps", "promote");

  private Marks() {}

  static List<Mark> of(List<EventLog.Entry> events) {
    return events.stream().flatMap(event -> mark(event).stream()).toList();
  }

  private static Optional<Mark> mark(EventLog.Entry event) {
    String kind =
        KINDS.getOrDefault(
            event.reason(), event.reason().startsWith("AnalysisRun") ? "analysis" : "");
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mark(event.at().toEpochMilli() / 1000.0, kind, label(kind, event)));
  }

  private static String label(String kind, EventLog.Entry event) {
    return kind.equals("step") ? "canary " + event.weight() + " %" : event.message();
  }
}
