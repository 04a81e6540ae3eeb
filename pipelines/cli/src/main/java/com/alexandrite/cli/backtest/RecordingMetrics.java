package com.alexandrite.cli.backtest;

import com.alexandrite.cli.backtest.Recording.Recorded;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.backtest.PastMetrics;
import com.alexandrite.rollouts.engine.backtest.PastRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics of the past, each answer kept. */
public final class RecordingMetrics implements PastMetrics {

  private static final Duration REGULAR = Duration.ofSeconds(5);

  private final PastMetrics source;
  private final List<Recorded> answers = new ArrayList<>();
  private final Map<String, MetricSpec> asked = new LinkedHashMap<>();

  /** Asks the source. */
  public RecordingMetrics(PastMetrics source) {
    this.source = source;
  }

  @Override
  public Answer at(MetricSpec metric, Instant time) {
    Answer answer = source.at(metric, time);
    Questions.of(metric)
        .ifPresent(question -> {
          asked.put(question, metric);
          keep(question, time, answer);
        });
    return answer;
  }

  private void keep(String question, Instant time, Answer answer) {
    switch (answer) {
      case Answer.Known(Reading.Value value) ->
          answers.add(new Recorded(question, time, value.text(), null));
      case Answer.Known(Reading.Failure(String why)) ->
          answers.add(new Recorded(question, time, "", why));
      case Answer.Known _, Answer.Unknown _ -> {
        // What is not known now can't be known from a file.
      }
    }
  }

  /**
   * Asks everything that was asked for this release again at regular times, for manifests that ask
   * at other moments, or still when these had decided.
   */
  public void complete(PastRelease release) {
    Map<String, MetricSpec> questions = Map.copyOf(asked);
    asked.clear();
    for (Instant time = release.startedAt();
        time.isBefore(release.knownUntil());
        time = time.plus(REGULAR)) {
      for (Map.Entry<String, MetricSpec> question : questions.entrySet()) {
        keep(question.getKey(), time, source.at(question.getValue(), time));
      }
    }
  }

  /** What was answered until now. */
  public List<Recorded> answers() {
    return List.copyOf(answers);
  }
}
