package com.alexandrite.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenNewsTest {
  @Test
  void tellsTheModuleAtWork() {
    assertThat(
            MavenNews.of("[INFO] Building Shop: customers upload 1.0.0-SNAPSHOT          [5/14]"))
        .hasValue("module 5/14 Shop: customers upload");
  }

  @Test
  void tellsEachTestClass() {
    assertThat(
            MavenNews.of(
                "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 2.04 s -- in a.b.TrafficTest"))
        .hasValue("  TrafficTest: 3 tests passed in 2.04 s");
    assertThat(
            MavenNews.of(
                "[ERROR] Tests run: 3, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 2 s <<< FAILURE! -- in a.b.TrafficTest"))
        .hasValue("  TrafficTest: 3 tests 2 of them FAILED in 2 s");
  }

  @Test
  void keepsTheRestForTheLog() {
    assertThat(MavenNews.of("[INFO] --- surefire:3.5.6:test (default-test) @ cli ---")).isEmpty();
  }
}
