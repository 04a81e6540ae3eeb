package com.alexandrite.preview.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On real repositories with the shape of the product. */
class ChangeAnalysisTest {
  private static final String ALL = "crm mes pricing-worker shop";

  @TempDir private Path temporary;
  private Repository repository;
  private String baseline = "";

  @BeforeEach
  void aProduct() throws Exception {
    repository = Repository.withServices(temporary.resolve("checkout"));
    baseline = repository.git().revision("main");
  }

  @ParameterizedTest
  @CsvSource({
    // a service alone
    "services/shop/src/main/java/Orders.java, overlay, shop, is part of shop",
    "services/crm/pom.xml, overlay, crm, is part of crm",
    // state
    "services/shop/src/main/resources/db/migration/V2__gift.sql, overlay+state, shop, is a migration",
    "services/messages/src/main/java/Priced.java, overlay+state, " + ALL + ", contract of messages",
    // what services share
    "services/service-kit/src/main/java/Web.java, full, " + ALL + ", is shared by every service",
    "services/service-kit/src/main/resources/db/migration/kit/V9__x.sql, full, " + ALL + ", shared",
    "services/order-life/src/main/java/Step.java, overlay, crm mes shop, shared by crm",
    "services/pricing-core/src/main/java/Mesh.java, overlay, pricing-worker, shared by pricing",
    "pom.xml, full, " + ALL + ", is part of every service's build",
    ".mvn/jvm.config, full, " + ALL + ", is part of every service's build",
    // flags
    "feature-flags/definitions/flags/take-next.yaml, overlay, mes shop, flag that mes; shop ask",
    "feature-flags/definitions/flags/nobody-asks.yaml, overlay, '', Only feature-flags",
    "feature-flags/definitions/segments.yaml, overlay, '', Only feature-flags",
    "feature-flags/definitions/src/main/java/Writer.java, full, " + ALL + ", shared",
    "feature-flags/catalogue/pom.xml, full, " + ALL + ", shared by every service",
    // nothing that runs
    "services/shop/src/test/java/OrdersTest.java, overlay, '', no service is made from it",
    "services/shop/README.md, overlay, '', no service is made from it",
    "services/shop/src/main/resources/help.md, overlay, shop, is part of shop",
    "pipelines/cli/src/main/java/Main.java, overlay, '', Every service is the baseline's version",
    "e2e-tests/Journey.java, overlay, '', no service is made from it",
    "argo-rollouts/manifests/shop.yaml, overlay, '', no service is made from it",
    "docs/Größe und \"Maß\".txt, overlay, '', Größe",
  })
  void one_changed_file(String file, String depth, String services, String reason)
      throws Exception {
    String content = file.endsWith("pom.xml") ? read(file) + "<!-- -->" : "changed";
    Changes changes = compared(Map.of(file, content), null);

    assertThat(changes.depth().word()).isEqualTo(depth);
    assertThat(changes.services()).containsExactlyElementsOf(names(services));
    assertThat(changes.reason()).contains(file).contains(reason.replace("; ", ", "));
  }

  @Test
  void the_deepest_cause_decides_and_is_told_first() throws Exception {
    Changes changes =
        compared(
            Map.of(
                "services/crm/src/main/java/A.java", "1",
                "services/crm/src/main/java/B.java", "1",
                "services/mes/src/main/resources/db/migration/V2__x.sql", "1"),
            null);

    assertThat(changes.depth()).isEqualTo(Depth.OVERLAY_STATE);
    assertThat(changes.services()).containsExactly("crm", "mes");
    assertThat(changes.reasons())
        .containsExactly(
            "services/mes/src/main/resources/db/migration/V2__x.sql is a migration.",
            "services/crm/src/main/java/A.java and 1 more file are part of crm.",
            "Built from the branch: crm, mes; the others are the baseline's version.");
  }

  @Test
  void a_forced_depth_is_kept_and_full_builds_everything() throws Exception {
    var file = Map.of("services/crm/src/main/java/A.java", "1");
    Changes changes = compared(file, Depth.FULL);

    assertThat(changes.forced()).isTrue();
    assertThat(changes.depth()).isEqualTo(Depth.FULL);
    assertThat(changes.services()).containsExactlyElementsOf(names(ALL));
    assertThat(changes.reason()).startsWith("Somebody chose full; by itself it would be overlay.");
  }

  @Test
  void what_main_has_gained_meanwhile_is_no_change_of_the_branch() throws Exception {
    var file = Map.of("services/crm/src/main/java/A.java", "1");
    String revision = repository.branch("feature", "main", file);
    repository.git().run("checkout", "--quiet", "main");
    repository.write("services/shop/src/main/java/New.java", "1");
    String later = repository.commit("main goes on");

    assertThat(
            new ChangeAnalysis(repository.git())
                .of(new ComparedWith(later, ""), revision, null)
                .services())
        .containsExactly("crm");
  }

  @Test
  void a_deleted_file_is_a_change() throws Exception {
    repository.git().run("checkout", "--quiet", "-b", "feature");
    Files.delete(repository.folder().resolve("services/mes/src/main/java/Queue.java"));
    String revision = repository.commit("no queue");

    assertThat(analyse(revision, null).services()).containsExactly("mes");
  }

  @Test
  void a_branch_without_changes_is_all_baseline() throws Exception {
    Changes changes = analyse(baseline, null);

    assertThat(changes.services()).isEmpty();
    assertThat(changes.reason()).contains("nothing that the baseline does not have");
  }

  @Test
  void a_broken_pom_is_named() throws Exception {
    String revision =
        repository.branch("feature", "main", Map.of("services/crm/pom.xml", "<project>"));

    assertThatThrownBy(() -> analyse(revision, null))
        .isInstanceOf(PreviewFailure.class)
        .hasMessageContaining("services/crm/pom.xml");
  }

  private Changes compared(Map<String, String> files, @Nullable Depth forced) throws Exception {
    return analyse(repository.branch("feature", "main", files), forced);
  }

  private Changes analyse(String revision, @Nullable Depth forced) throws Exception {
    return new ChangeAnalysis(repository.git())
        .of(new ComparedWith(baseline, ""), revision, forced);
  }

  private String read(String file) throws IOException {
    return Files.readString(repository.folder().resolve(file));
  }

  private static List<String> names(String services) {
    return Arrays.stream(services.split(" ", -1)).filter(name -> !name.isEmpty()).toList();
  }
}
