package com.alexandrite.console.page;

import com.alexandrite.console.view.Cause;
import com.alexandrite.console.view.MeasurementView;
import com.alexandrite.console.view.MetricView;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.view.StepView;
import com.alexandrite.console.words.CauseWords;
import com.alexandrite.console.words.Explanation;
import com.alexandrite.console.words.Numbers;
import com.alexandrite.console.words.SafeguardWords;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.console.words.StepWords;
import java.util.Set;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the pages' templates say through {@code words}, in the language of whoever looks. */
@ControllerAdvice(basePackageClasses = PageWords.class)
class PageWords {

  /** What Prometheus answers when there were too few requests. */
  private static final Set<String> NOTHING = Set.of("", "[]", "NaN", "[NaN]");

  private final Explanation explanation;
  private final CauseWords causes;
  private final StepWords steps;
  private final SafeguardWords safeguards;
  private final Numbers numbers;

  PageWords(
      Explanation explanation,
      CauseWords causes,
      StepWords steps,
      SafeguardWords safeguards,
      Numbers numbers) {
    this.explanation = explanation;
    this.causes = causes;
    this.steps = steps;
    this.safeguards = safeguards;
    this.numbers = numbers;
  }

  @ModelAttribute("words")
  PageWords words() {
    return this;
  }

  public String explain(RolloutDetail rollout) {
    return explanation.of(rollout, Sentences.reader());
  }

  public Explanation.Story story(RolloutDetail rollout) {
    return explanation.story(rollout, Sentences.reader());
  }

  /** That the new version is being watched; empty if it is not. */
  public String watched(RolloutDetail rollout) {
    return safeguards.watched(rollout, Sentences.reader());
  }

  public String why(ReleaseRecord release) {
    return explanation.why(release, Sentences.reader());
  }

  public String cause(Cause cause) {
    return causes.of(cause, Sentences.reader());
  }

  public String metric(String name) {
    return causes.metric(name, Sentences.reader());
  }

  /** What a step does, for within a sentence. */
  public String does(StepView step) {
    return steps.of(step, Sentences.reader());
  }

  /** The same as a line of its own. */
  public String step(StepView step) {
    String text = does(step);
    return text.substring(0, 1).toUpperCase(Sentences.reader()) + text.substring(1);
  }

  /**
   * A measured value with its unit; as its provider wrote it where it is not one number; empty
   * where there was nothing to measure.
   */
  public String value(MetricView metric, MeasurementView measurement) {
    Double number = measurement.number();
    if (number == null) {
      return NOTHING.contains(measurement.value()) ? "" : measurement.value();
    }
    return numbers.measured(number, metric.unit(), Sentences.reader());
  }

  /** What a metric allows; empty where no single number says it. */
  public String allowed(MetricView metric) {
    Double limit = metric.limit();
    return limit == null ? "" : numbers.allowed(limit, metric.unit(), Sentences.reader());
  }
}
