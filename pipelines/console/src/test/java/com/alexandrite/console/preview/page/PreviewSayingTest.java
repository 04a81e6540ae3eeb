package com.alexandrite.console.preview.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewSayingTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "ru"})
  void everySayingHasWordsInEachLanguage(String language) {
    ResourceBundle words = ResourceBundle.getBundle("messages", Locale.of(language));

    assertThat(PreviewSaying.keys()).allSatisfy(key -> assertThat(words.containsKey(key)).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          there is no branch 'rings' here or at origin       | preview.said.unknown-branch | [rings]
          did you mean feature/rings?                         | preview.said.did-you-mean   | [feature/rings]
          the branch does not build: Shop.java:[7,3] ';' expected | preview.said.build-failed | [Shop.java:[7,3] ';' expected]
          it needs about 560 MB, and all previews together may use 300 MB | preview.said.no-memory | [560, 300]
          wide for 25 %                                       | preview.said.flag-share     | [wide, 25]
          a and b change the same lines of pom.xml            | preview.said.conflict       | [a, b, pom.xml]
          """)
  void knowsWhatPreviewsSay(String sentence, String key, String names) {
    PreviewSaying saying = PreviewSaying.of(sentence);

    assertThat(saying.key()).isEqualTo(key);
    assertThat(saying.names()).hasToString(names);
  }

  @Test
  void leavesWhatItDoesNotKnowAsItIs() {
    assertThat(PreviewSaying.of("something else").key()).isEmpty();
  }
}
