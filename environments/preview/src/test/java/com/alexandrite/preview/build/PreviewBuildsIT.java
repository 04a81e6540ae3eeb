package com.alexandrite.preview.build;

import static com.alexandrite.preview.build.BuildRig.NAME;
import static com.alexandrite.preview.build.BuildRig.said;
import static com.alexandrite.preview.build.BuildRig.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.alexandrite.environment.artifact.AotTraining;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.testing.WaitingTest;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.build.BuildProgress.Step;
import com.alexandrite.preview.build.PreviewBuilds.Built;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** With real git, Maven and JVMs, on a project that is made here. */
class PreviewBuildsIT {
  @TempDir private Path temporary;
  private BuildRig rig;

  @BeforeEach
  void aProduct() throws Exception {
    rig = BuildRig.in(temporary.resolve("checkout"));
  }

  @AfterEach
  void nothingIsLeftRunning() {
    assertThat(PreviewBuilds.killStray(rig.home())).isZero();
  }

  @WaitingTest
  void pushes_are_built_as_far_as_they_changed_something() throws Exception {
    String first = rig.push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "\"Ciao\"")));
    Built built = rig.build(first, null);

    assertThat(built.changes().services()).containsExactly("shop");
    assertThat(built.versions()).containsOnlyKeys("shop");
    Artifact ciao = version(built, "shop");
    assertThat(said(ciao)).isEqualTo("Ciaotrue");
    assertThat(ciao.gitRevision()).isEqualTo(first);
    assertThat(AotTraining.done(ciao)).isTrue();
    assertThat(rig.steps()).containsExactlyInAnyOrder(Step.SOURCES, Step.COMPILING, Step.TRAINING);
    assertThat(rig.product().git().changes()).isBlank();

    Built page = rig.build(rig.push(Map.of("services/shop/README.md", "words")), null);
    assertThat(version(page, "shop")).isEqualTo(ciao);
    assertThat(page.sources().resolve("services/shop/README.md")).hasContent("words");

    rig.push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "words.Words.GREETING")));
    rig.product()
        .git()
        .run("rm", "--quiet", "services/shop/src/main/resources/db/migration/V2__gift.sql");
    Built later =
        rig.build(rig.push(Map.of(SmallProduct.LIBRARY, SmallProduct.words("Servus"))), null);
    assertThat(said(version(later, "shop"))).isEqualTo("Servusfalse");
    assertThat(rig.builds().version(NAME, "shop", "2")).isEqualTo(version(later, "shop"));
  }

  @WaitingTest
  void versions_of_equal_inputs_are_taken_from_the_baseline_and_stay_when_it_forgets_them()
      throws Exception {
    var baseline = new ArtifactStore(rig.home(), 1);
    String main = rig.product().git().revision("main");
    Artifact shop = version(rig.build(main, Depth.FULL), "shop");
    Artifact live = baseline.adopt(shop);
    rig.builds().remove(NAME);

    Built built = rig.build(rig.push(Map.of("services/shop/README.md", "words")), Depth.FULL);

    Artifact adopted = version(built, "shop");
    assertThat(adopted.sha256()).isEqualTo(live.sha256());
    assertThat(AotTraining.done(adopted)).isTrue();
    assertThat(adopted.folder()).startsWith(rig.home().resolve("previews/feature"));
    assertThat(rig.builds().log(NAME))
        .content()
        .contains("Building crm")
        .doesNotContain("Building shop");
    rig.push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "\"Later\"")));
    baseline.adopt(version(rig.build(rig.product().git().revision("feature"), null), "shop"));
    assertThat(live.folder()).doesNotExist();
    assertThat(said(adopted)).isEqualTo("Welcometrue");
  }

  @WaitingTest
  void what_does_not_compile_is_named_with_its_line() throws Exception {
    String broken =
        rig.push(Map.of(SmallProduct.SHOP, "package shop;\n\nclass Main { Nothing it; }"));
    PreviewFailure failure =
        catchThrowableOfType(PreviewFailure.class, () -> rig.build(broken, null));

    assertThat(failure.problem().code()).isEqualTo("build-failed");
    assertThat(failure.problem().what())
        .isEqualTo("the branch does not build: " + SmallProduct.SHOP + ":3: cannot find symbol");
    assertThat(failure.problem().action()).contains(rig.builds().log(NAME).toString());

    String mended = rig.push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "\"Hi\"")));
    assertThat(said(version(rig.build(mended, null), "shop"))).isEqualTo("Hitrue");
  }

  @WaitingTest
  void removing_leaves_neither_files_nor_a_work_tree() throws Exception {
    rig.build(rig.product().git().revision("main"), null);
    assertThat(rig.product().git().run("worktree", "list")).contains("previews/feature");

    rig.builds().remove(NAME);
    rig.builds().remove(NAME);

    assertThat(rig.home().resolve("previews/feature")).doesNotExist();
    assertThat(rig.product().git().run("worktree", "list")).doesNotContain("previews/feature");
  }
}
