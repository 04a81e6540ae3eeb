package com.alexandrite.kit.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only the exact word in the process's environment allows faults. */
class DrillEnvironmentTest {

  @Test
  void isOffUnlessTheEnvironmentSaysTrue() {
    assertThat(DrillEnvironment.of(Map.of()).allowed()).isFalse();
    assertThat(DrillEnvironment.of(Map.of(DrillEnvironment.VARIABLE, "yes")).allowed()).isFalse();
    assertThat(DrillEnvironment.of(Map.of(DrillEnvironment.VARIABLE, "true")).allowed()).isTrue();
  }
}
