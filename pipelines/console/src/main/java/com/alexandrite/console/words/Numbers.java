package com.alexandrite.console.words;

import com.alexandrite.console.view.Unit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Values of metrics as people write them. */
@Component
public class Numbers {
  private static final double MILLIS = 1000;
  private static final double PERCENT = 100;

  private final Sentences sentences;

  Numbers(Sentences sentences) {
    this.sentences = sentences;
  }

  /** A measured value with its unit. */
  public String measured(double value, Unit unit, Locale locale) {
    return switch (unit) {
      case SHARE -> sentences.say(locale, "value.share", value * PERCENT);
      case SECONDS -> sentences.say(locale, "value.ms", value * MILLIS);
      case SECONDS_OVER ->
          sentences.say(locale, value > 0 ? "value.over" : "value.under", Math.abs(value) * MILLIS);
      case NUMBER -> sentences.say(locale, "value.number", value);
    };
  }

  /** What is allowed; empty where the value says it already. */
  public String allowed(double limit, Unit unit, Locale locale) {
    return unit == Unit.SECONDS_OVER
        ? ""
        : sentences.say(locale, "value.allowed", measured(limit, unit, locale));
  }
}
