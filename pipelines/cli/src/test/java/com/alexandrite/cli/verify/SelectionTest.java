package com.alexandrite.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
  @TempDir Path checkout;

  @BeforeEach
  void aCheckoutWithTwoModules() throws IOException {
    test("services/shop", "QuoteTest");
    test("e2e-tests", "ReleaseIT");
    Files.writeString(
        checkout.resolve("pom.xml"), "<module>e2e-tests</module><module>services/shop</module>");
  }

  @Test
  void withoutANameEverythingIsWanted() throws IOException {
    Selection all = select(null);
    assertThat(all.inModules()).isTrue();
    assertThat(all.inScenarios()).isTrue();
    assertThat(all.mavenModules()).containsExactly("-pl", "!e2e-tests");
  }

  @Test
  void aModulesTestNeedsNoPlatform() throws IOException {
    Selection quote = select("Quote*#sums");
    assertThat(quote.inScenarios()).isFalse();
    assertThat(quote.mavenModules()).containsExactly("-am", "-pl", "services/shop");
    assertThat(quote.tests()).contains("-Dtest=QuoteTest#sums", "-Dit.test=NoTestOfThisKind");
  }

  @Test
  void aScenarioNeedsNothingElse() throws IOException {
    Selection release = select("ReleaseIT");
    assertThat(release.inModules()).isFalse();
    assertThat(release.inScenarios()).isTrue();
    assertThat(release.tests()).contains("-Dit.test=ReleaseIT", "-Dtest=NoTestOfThisKind");
  }

  @Test
  void anUnknownNameIsNowhere() throws IOException {
    Selection none = select("NoSuchTest");
    assertThat(none.inModules()).isFalse();
    assertThat(none.inScenarios()).isFalse();
  }

  private Selection select(@Nullable String only) throws IOException {
    List<Path> modules = Modules.of(checkout);
    return Selection.of(new TestRequest(only, false, 1), modules, checkout);
  }

  private void test(String module, String name) throws IOException {
    Path sources = Files.createDirectories(checkout.resolve(module).resolve("src/test/java/a"));
    Files.writeString(sources.resolve(name + ".java"), "");
  }
}
