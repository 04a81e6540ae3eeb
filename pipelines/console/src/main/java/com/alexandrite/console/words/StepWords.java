package com.alexandrite.console.words;

import com.alexandrite.console.view.StepView;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a step of the manifest does. */
@Component
public class StepWords {
  private final Sentences sentences;

  /** Says it in these sentences. */
  public StepWords(Sentences sentences) {
    this.sentences = sentences;
  }

  /** The step as a phrase that begins a line. */
  public String of(StepView step, Locale locale) {
    return of(step.kind(), step.value(), locale);
  }

  /** The same from its parts. */
  public String of(String kind, String value, Locale locale) {
    return sentences.say(locale, "step." + kind + (value.isEmpty() ? ".open" : ""), value);
  }
}
