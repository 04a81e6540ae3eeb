package com.alexandrite.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.view.Cause;
import com.alexandrite.console.view.Unit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class CauseWordsTest {

  private static final Locale RUSSIAN = Locale.of("ru");
  private static final Cause WORSE = new Cause.Worse("error-rate", 2, 3, 1, 0.25, 0.05, Unit.SHARE);
  private static final String ENGINE = "Metric \"error-rate\" assessed Failed";

  private final CauseWords words = words();

  @Test
  void aWayBackAfterThePromotionIsToldInTheReadersLanguage() {
    var restored = new Cause.Restored(ENGINE, WORSE);

    assertThat(words.of(restored, Locale.ENGLISH))
        .contains("failed after its promotion", words.of(WORSE, Locale.ENGLISH));
    assertThat(words.of(restored, RUSSIAN))
        .contains(words.of(WORSE, RUSSIAN))
        .doesNotContain(ENGINE);
  }

  @Test
  void withoutItsRunTheEngineIsQuoted() {
    assertThat(words.of(new Cause.Restored(ENGINE, null), RUSSIAN)).contains(ENGINE);
  }

  private static CauseWords words() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    var sentences = new Sentences(messages);
    return new CauseWords(sentences, new Numbers(sentences));
  }
}
