package com.alexandrite.preview.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.artifact.Artifact;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparedWithTest {
  @TempDir private Path temporary;
  private Repository repository;
  private String baseline = "";

  @BeforeEach
  void aProduct() throws Exception {
    repository = Repository.withServices(temporary.resolve("checkout"));
    baseline = repository.git().revision("main");
  }

  @Test
  void the_newest_live_revision_stands_for_the_baseline() throws Exception {
    repository.write("file", "1");
    String later = repository.commit("later");

    ComparedWith compared =
        ComparedWith.live(
            repository.git(),
            List.of(artifact("shop", later, false), artifact("crm", baseline, false)));
    assertThat(compared).isEqualTo(new ComparedWith(later, ""));
  }

  @Test
  void uncommitted_changes_of_the_baseline_are_told() throws Exception {
    String mine = repository.branch("mine", "main", Map.of("file", "1"));
    ComparedWith compared =
        ComparedWith.live(repository.git(), List.of(artifact("shop", baseline, true)));

    assertThat(compared.revision()).isEqualTo(baseline);
    assertThat(new ChangeAnalysis(repository.git()).of(compared, mine, null).reason())
        .endsWith(
            "The baseline's shop was built with uncommitted changes, which are left out of"
                + " account.");
    assertThat(
            ComparedWith.live(
                    repository.git(),
                    List.of(artifact("shop", mine, true), artifact("crm", baseline, false)))
                .revision())
        .as("a clean one is preferred")
        .isEqualTo(baseline);
  }

  @Test
  void the_checkout_stands_for_a_baseline_that_git_does_not_know() throws Exception {
    ComparedWith compared =
        ComparedWith.live(repository.git(), List.of(artifact("crm", "f".repeat(40), false)));

    assertThat(compared.revision()).isEqualTo(repository.git().revision("HEAD"));
    assertThat(compared.caveat())
        .isEqualTo(
            "The baseline's crm was built from a revision that git does not have."
                + " The branch was compared with the checkout's last revision.");
  }

  private static Artifact artifact(String service, String revision, boolean dirty) {
    return new Artifact(
        service, "1", "0".repeat(64), revision, dirty, Instant.EPOCH, Path.of("nowhere"));
  }
}
