package com.alexandrite.rollouts.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published files are what their description says. */
class SuiteTest {

  private static final Path SUITE = Path.of("suite");
  private static final long MEBIBYTE = 1 << 20;

  @ParameterizedTest
  @MethodSource("files")
  void everyRowIsOursAndThereOnce(VectorFile file) throws IOException {
    Set<Object> ids = new HashSet<>();
    for (Map<String, Object> row : file.rows()) {
      String id = String.valueOf(row.get("id"));
      assertThat(ids.add(id)).as("%s twice", id).isTrue();
      assertThat(id).doesNotStartWith("argo-").doesNotStartWith("e2e-");
    }
  }

  @Test
  void isSmallEnoughToBeCopied() throws IOException {
    long sum = 0;
    for (VectorFile file : files().toList()) {
      sum += Files.size(file.path());
    }
    assertThat(sum).isPositive().isLessThan(MEBIBYTE);
  }

  @Test
  void theDescriptionNamesEveryFileAndEveryDecision() throws IOException {
    String text = Files.readString(Path.of("README.md"));
    for (VectorFile file : files().toList()) {
      assertThat(text).contains(file.name().replace(".jsonl", ""));
      List<Object> decisions =
          file.rows().stream().map(row -> row.getOrDefault("fn", "rollout")).distinct().toList();
      decisions.forEach(decision -> assertThat(text).contains("`" + decision + "`"));
    }
  }

  private static Stream<VectorFile> files() throws IOException {
    return VectorFile.in(SUITE).stream();
  }
}
