package com.alexandrite.rollouts.engine.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.ShopManifests;
import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is released here follows the rules, or says why not. */
class OwnManifestsTest {

  @Test
  void areClean() {
    LintReport report = Lint.check(ShopManifests.all(), OptionalDouble.empty());
    assertThat(report.findings()).isEmpty();
    assertThat(report.rollouts()).isEqualTo(4);
    assertThat(report.templates()).isEqualTo(5);
  }

  @Test
  void theReadmeListsEveryRule() throws IOException {
    String readme = Files.readString(ShopManifests.folder("..").resolve("README.md"));
    for (LintRule rule : LintRule.values()) {
      assertThat(readme)
          .contains(
              "| `%s` | %s | %s |\n".formatted(rule.id(), rule.severity().word(), rule.meaning()));
    }
  }
}
