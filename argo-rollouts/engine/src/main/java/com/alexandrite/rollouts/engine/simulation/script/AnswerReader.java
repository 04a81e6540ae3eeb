package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.manifest.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Reads one answer: a value, a ramp, nothing, or an error. */
final class AnswerReader {

  private static final List<String> KINDS = List.of("value", "ramp", "empty", "error");

  private AnswerReader() {}

  static Answer read(Fields fields) {
    if (KINDS.stream().filter(fields::has).count() != 1) {
      fields.problem(
          "", "must say one thing", "Write one of value, ramp, empty: true, error, once");
    }
    Object value = fields.raw("value");
    if (value != null) {
      return new Answer.Value(value);
    }
    if (fields.has("ramp")) {
      return ramp(fields.child("ramp"));
    }
    if (fields.has("error")) {
      return new Answer.Failing(fields.text("error"));
    }
    if (fields.has("empty") && !fields.flag("empty")) {
      fields.problem("empty", "must be true", "Remove it, or write a value");
    }
    return new Answer.Empty();
  }

  private static Answer ramp(Fields fields) {
    Duration over = Objects.requireNonNullElse(Times.length(fields, "over"), Duration.ZERO);
    if (over.isZero()) {
      fields.problem("over", "is missing", "Write how long it takes, like 30s");
    }
    Answer ramp = new Answer.Ramp(number(fields, "from"), number(fields, "to"), over);
    fields.end();
    return ramp;
  }

  private static double number(Fields fields, String name) {
    if (fields.raw(name) instanceof Number number) {
      return number.doubleValue();
    }
    fields.problem(name, "must be a number", "Write it without quotes");
    return 0;
  }
}
