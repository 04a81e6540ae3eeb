package com.alexandrite.flags.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewFileTest {

  private static final FlagDefinitions FLAGS = Examples.read(Examples.GOOD).accepted();

  @ParameterizedTest
  @CsvSource({"on, new", "new, new", "old, old", "off, off", "'\"on\"', new"})
  void aFlagHasAVariantOrIsOff(String written, String variant) {
    var reading = PreviewFile.read("flags:\n  new-ring: " + written, FLAGS);

    assertThat(reading.mistakes()).isEmpty();
    assertThat(reading.variants()).isEqualTo(Map.of("new-ring", variant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|flags:N  new-rung: on|flags.new-rung is no flag of this branch",
        "3|flags:N  # whyN  new-ring: newest|flags.new-ring is \"newest\", which is none of its",
        "2|flags:N  new-ring: true|flags.new-ring must be a text",
        "3|flags:N  new-ring: onN  new-ring: off|new-ring is written twice",
        "1|flag: {}|flag is not a known field",
        "1|flags: on|flags must be a map",
        "1|flags:|flags is missing",
        "1|[on|the file is not YAML"
      })
  void aMistakeIsToldWithItsLine(int line, String text, String problem) {
    var reading = PreviewFile.read(text.replace('N', '\n'), FLAGS);

    assertThat(reading.variants().getOrDefault("new-ring", "new")).isIn("new", "off");
    assertThat(reading.mistakes())
        .anySatisfy(mistake -> {
          assertThat(mistake.file()).isEqualTo("feature-flags/preview.yaml");
          assertThat(mistake.line()).isEqualTo(line);
          assertThat(mistake.problem()).contains(problem);
          assertThat(mistake.advice()).isNotBlank();
        });
  }

  @Test
  void noFileSaysNothing(@TempDir Path checkout) throws IOException {
    assertThat(PreviewFile.read(checkout, FLAGS).variants()).isEmpty();
  }
}
