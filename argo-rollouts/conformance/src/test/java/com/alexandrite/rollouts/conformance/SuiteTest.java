package com.alexandrite.rollouts.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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
import tools.jackson.databind.json.JsonMapper;

/** The published files are what their description says. */
class SuiteTest {

  private static final Path SUITE = Path.of("suite");
  private static final long MEBIBYTE = 1 << 20;

  @ParameterizedTest
  @MethodSource("files")
  void everyRowFulfilsTheSchema(VectorFile file) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("row.schema.json")), InputFormat.JSON);
    Set<Object> ids = new HashSet<>();
    for (Map<String, Object> row : file.rows()) {
      String id = String.valueOf(row.get("id"));
      assertThat(ids.add(id)).as("%s twice", id).isTrue();
      assertThat(id).doesNotStartWith("argo-").doesNotStartWith("e2e-");
      String text = JsonMapper.shared().writeValueAsString(row);
      assertThat(schema.validate(text, InputFormat.JSON)).as(id).isEmpty();
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
