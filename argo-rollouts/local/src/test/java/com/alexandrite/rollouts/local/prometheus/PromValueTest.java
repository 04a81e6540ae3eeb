package com.alexandrite.rollouts.local.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.condition.GoNumbers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromValueTest {
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1e21, 1000000000000000000000",
    "1e-7, 0.0000001",
    "100, 100",
    "-0, -0",
    "0, 0",
    "NaN, NaN",
    "+Inf, +Inf",
    "-Inf, -Inf",
    "12345678.9, 12345678.9"
  })
  void numbersAreWrittenAsArgoWritesThem(String read, String written) {
    assertThat(PromValue.format(GoNumbers.parseFloat(read).orElseThrow())).isEqualTo(written);
  }

  @Test
  void aVectorIsAList() {
    assertThat(new PromValue.Vector(List.of(1.0, Double.NaN)).text()).isEqualTo("[1,NaN]");
    assertThat(new PromValue.Vector(List.of()).text()).isEqualTo("[]");
  }
}
