package com.alexandrite.rollouts.engine.experiment;

import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.Experiment.TemplateState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills in what only the experiment knows: {@code {{templates.x.podTemplateHash}}} and {@code
 * {{experiment.availableAt}}} in the values of arguments.
 */
final class ExperimentArguments {

  private final Map<String, String> values;

  private ExperimentArguments(Map<String, String> values) {
    this.values = values;
  }

  /** A filled text, or why it can't be. */
  sealed interface Result {}

  /** Every tag has its value. */
  record Filled(String text) implements Result {}

  /** A tag that means nothing, or has no end. */
  record Unknown(String why) implements Result {}

  static ExperimentArguments of(Experiment experiment) {
    Map<String, String> values = new HashMap<>();
    Instant availableAt = experiment.availableAt();
    if (availableAt != null) {
      values.put("experiment.availableAt", availableAt.toString());
    }
    experiment.endsAt().ifPresent(end -> values.put("experiment.finishedAt", end.toString()));
    for (TemplateState template : experiment.templates()) {
      String prefix = "templates." + template.name();
      values.put(prefix + ".podTemplateHash", template.replicaSet().hash());
      values.put(prefix + ".replicaset.name", experiment.name() + "-" + template.name());
    }
    return new ExperimentArguments(values);
  }

  Result fillIn(String text) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        return new Unknown("cannot find the end of a tag in \"" + text + "\"");
      }
      String tag = text.substring(open + 2, close);
      String value = values.get(tag.strip());
      if (value == null) {
        return new Unknown("failed to resolve {{" + tag + "}}");
      }
      filled.append(text, at, open).append(value);
      at = close + 2;
    }
    return new Filled(filled.append(text.substring(at)).toString());
  }
}
