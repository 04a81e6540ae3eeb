package com.alexandrite.console.desk;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.EventLog;
import com.alexandrite.console.view.Series.Mark;
import com.alexandrite.console.words.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Events of the engine that deserve a line across the charts. */
@Component
@OnThisMachine
class Marks {
  private static final Map<String, String> KINDS =
      Map.of(
          "TrafficWeightUpdated", "step",
          "RolloutPaused", "pause",
          "RolloutAborted", "abort",
          "RolloutCompleted", "promote",
          "AnalysisRunFailed", "analysis",
          "AnalysisRunError", "analysis",
          "AnalysisRunInconclusive", "analysis");

  private final Sentences sentences;

  Marks(Sentences sentences) {
    this.sentences = sentences;
  }

  List<Mark> of(List<EventLog.Entry> events, Locale locale) {
    return events.stream().flatMap(event -> mark(event, locale).stream()).toList();
  }

  private Optional<Mark> mark(EventLog.Entry event, Locale locale) {
    String kind = KINDS.get(event.reason());
    if (kind == null) {
      return Optional.empty();
    }
    String label = sentences.say(locale, "mark." + event.reason(), event.weight());
    return Optional.of(new Mark(event.at().toEpochMilli() / 1000.0, kind, label));
  }
}
