package com.alexandrite.console.words;

import com.alexandrite.console.view.Cause;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Why something ended as it did, as a sentence. */
@Component
public class CauseWords {
  private final Sentences sentences;
  private final Numbers numbers;

  CauseWords(Sentences sentences, Numbers numbers) {
    this.sentences = sentences;
    this.numbers = numbers;
  }

  /** One sentence with its full stop. */
  public String of(Cause cause, Locale locale) {
    return switch (cause) {
      case Cause.Worse worse -> worse(worse, locale);
      case Cause.Unmeasured(String metric, int times, String _) ->
          sentences.say(locale, "cause.unmeasured", metric(metric, locale), times);
      case Cause.Stopped(String who, String why) ->
          sentences.say(locale, "cause.stopped", who, why);
      case Cause.Late() -> sentences.say(locale, "cause.late");
      case Cause.Invalid(String problem) -> sentences.say(locale, "cause.invalid", problem);
      case Cause.Undone() -> sentences.say(locale, "cause.undone");
      case Cause.Restored(String why, Cause measured) ->
          sentences.say(locale, "cause.restored", measured == null ? why : of(measured, locale));
      case Cause.Together(String group) -> sentences.say(locale, "cause.together", group);
      case Cause.Replaced() -> sentences.say(locale, "cause.replaced");
      case Cause.Promoted() -> sentences.say(locale, "cause.promoted");
      case Cause.Told(String message) -> sentences.say(locale, "cause.told", message);
    };
  }

  /** The metric's name in words where it has some. */
  public String metric(String name, Locale locale) {
    return sentences.nameOf(locale, "metric.", name);
  }

  private String worse(Cause.Worse worse, Locale locale) {
    String counted =
        sentences.say(
            locale,
            "cause.worse",
            metric(worse.metric(), locale),
            worse.bad(),
            worse.looks(),
            worse.allowed());
    Double worst = worse.worst();
    Double limit = worse.limit();
    if (worst == null || limit == null) {
      return counted;
    }
    String value = numbers.measured(worst, worse.unit(), locale);
    String allowed = numbers.allowed(limit, worse.unit(), locale);
    String figures =
        allowed.isEmpty()
            ? sentences.say(locale, "cause.worst", value)
            : sentences.say(locale, "cause.worst.of", value, allowed);
    return counted + " " + figures;
  }
}
