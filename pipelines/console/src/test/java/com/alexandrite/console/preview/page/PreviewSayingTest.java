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
          the disk of /home/a has 12 MB left, and building a preview takes up to 512 MB | preview.said.no-room | [/home/a, 12, 512]
          the disk is full: cp: No space left on device       | preview.said.disk-full      | [cp: No space left on device]
          services/shop/src/V2__a.sql is a migration.         | preview.said.migration      | [services/shop/src/V2__a.sql]
          pom.xml and 2 more files are shared by crm, mes.    | preview.said.of-some.more   | [pom.xml, 2, crm, mes]
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
