package com.alexandrite.mes.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Every sentence is there in English and in Russian. */
class LanguagesTest {

  @Test
  void saysEverythingInBothLanguages() {
    assertThat(messages("/messages_ru.properties").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            messages("/messages.properties").stringPropertyNames());
  }

  private static Properties messages(String file) {
    Properties messages = new Properties();
    try (InputStream bytes = LanguagesTest.class.getResourceAsStream(file)) {
      messages.load(
          new InputStreamReader(Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return messages;
  }
}
