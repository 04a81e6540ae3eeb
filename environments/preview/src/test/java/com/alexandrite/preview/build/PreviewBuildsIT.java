package com.alexandrite.preview.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.artifact.AotTraining;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.process.ProcessMark;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.build.BuildProgress.Step;
import com.alexandrite.preview.build.PreviewBuilds.Built;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real git, Maven and JVMs, on a project that is made here. */
class PreviewBuildsIT {
  private static final PreviewName NAME = new PreviewName("feature");

  @TempDir private Path temporary;
  private final Set<Step> steps = ConcurrentHashMap.newKeySet();
  private final Set<String> details = ConcurrentHashMap.newKeySet();
  private SmallProduct product;
  private Path home = Path.of("");
  private PreviewBuilds builds;

  @BeforeEach
  void aProduct() throws Exception {
    product = SmallProduct.in(temporary.resolve("checkout"));
    home = product.repository().folder().resolve(".alexandrite");
    product.repository().write(".git/info/exclude", ".alexandrite/\n");
    builds =
        new PreviewBuilds(home, product.git(), _ -> Optional.of(Map.of()), InstantSource.system());
  }

  @AfterEach
  void nothingIsLeftRunning() {
    assertThat(PreviewBuilds.killStray(home)).isZero();
  }

  @Test
  void pushes_are_built_as_far_as_they_changed_something() throws Exception {
    String first = push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "\"Ciao\"")));
    Built built = build(first, null);

    assertThat(built.changes().services()).containsExactly("shop");
    assertThat(built.versions()).containsOnlyKeys("shop");
    Artifact ciao = version(built, "shop");
    assertThat(said(ciao)).isEqualTo("Ciaotrue");
    assertThat(ciao.gitRevision()).isEqualTo(first);
    assertThat(AotTraining.done(ciao)).isTrue();
    assertThat(steps).containsExactlyInAnyOrder(Step.SOURCES, Step.COMPILING, Step.TRAINING);
    assertThat(product.git().changes()).isBlank();

    Built page = build(push(Map.of("services/shop/README.md", "words")), null);
    assertThat(version(page, "shop")).isEqualTo(ciao);
    assertThat(page.sources().resolve("services/shop/README.md")).hasContent("words");

    push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "words.Words.GREETING")));
    product
        .git()
        .run("rm", "--quiet", "services/shop/src/main/resources/db/migration/V2__gift.sql");
    Built later = build(push(Map.of(SmallProduct.LIBRARY, SmallProduct.words("Servus"))), null);
    assertThat(said(version(later, "shop"))).isEqualTo("Servusfalse");
    assertThat(builds.version(NAME, "shop", "2")).isEqualTo(version(later, "shop"));
  }

  @Test
  void versions_of_equal_inputs_are_taken_from_the_baseline_and_stay_when_it_forgets_them()
      throws Exception {
    var baseline = new ArtifactStore(home, 1);
    String main = product.git().revision("main");
    Artifact shop = version(build(main, Depth.FULL), "shop");
    Artifact live = baseline.adopt(shop);
    builds.remove(NAME);

    Built built = build(push(Map.of("services/shop/README.md", "words")), Depth.FULL);

    Artifact adopted = version(built, "shop");
    assertThat(adopted.sha256()).isEqualTo(live.sha256());
    assertThat(AotTraining.done(adopted)).isTrue();
    assertThat(adopted.folder()).startsWith(home.resolve("previews/feature"));
    assertThat(builds.log(NAME)).content().contains("Building crm").doesNotContain("Building shop");
    push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "\"Later\"")));
    baseline.adopt(version(build(product.git().revision("feature"), null), "shop"));
    assertThat(live.folder()).doesNotExist();
    assertThat(said(adopted)).isEqualTo("Welcometrue");
  }

  @Test
  void what_does_not_compile_is_named_with_its_line() throws Exception {
    String broken = push(Map.of(SmallProduct.SHOP, "package shop;\n\nclass Main { Nothing it; }"));
    PreviewFailure failure = catchThrowableOfType(PreviewFailure.class, () -> build(broken, null));

    assertThat(failure.problem().code()).isEqualTo("build-failed");
    assertThat(failure.problem().what())
        .isEqualTo("the branch does not build: " + SmallProduct.SHOP + ":3: cannot find symbol");
    assertThat(failure.problem().action()).contains(builds.log(NAME).toString());

    String mended = push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "\"Hi\"")));
    assertThat(said(version(build(mended, null), "shop"))).isEqualTo("Hitrue");
  }

  @Test
  void an_interrupt_ends_maven_with_its_children_and_what_it_left_is_not_trusted()
      throws Exception {
    String maven = Files.readString(product.repository().folder().resolve("mvnw"));
    push(SmallProduct.HANGING_MAVEN);
    String hanging = push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "\"Hi\"")));
    var building = new FutureTask<Built>(() -> build(hanging, null));
    Thread thread = Thread.ofPlatform().start(building);
    await().atMost(Duration.ofSeconds(20)).until(() -> details.contains("The Shop 1/2"));
    assertThat(processes()).hasSizeGreaterThanOrEqualTo(2);

    thread.interrupt();

    assertThat(catchThrowableOfType(ExecutionException.class, building::get))
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(processes()).isEmpty();
    Built after = build(push(Map.of("mvnw", maven)), null);
    assertThat(after.sources().resolve("services/shop/target/classes/Half.class")).doesNotExist();
    assertThat(said(version(after, "shop"))).isEqualTo("Hitrue");
  }

  @Test
  void what_a_killed_jvm_leaves_running_is_found_and_ended() throws Exception {
    push(SmallProduct.HANGING_MAVEN);
    String hanging = push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "\"Hi\"")));
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BuildingMain.class.getName(),
                home.toString(),
                product.repository().folder().toString(),
                NAME.value(),
                hanging)
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("jvm.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(30)).until(() -> processes().size() >= 2);

    jvm.destroyForcibly().waitFor();

    assertThat(processes()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(PreviewBuilds.killStray(temporary.resolve("another home"))).isZero();
    assertThat(PreviewBuilds.killStray(home)).isGreaterThanOrEqualTo(2);
    assertThat(processes()).isEmpty();
  }

  @Test
  void removing_leaves_neither_files_nor_a_work_tree() throws Exception {
    build(product.git().revision("main"), null);
    assertThat(product.git().run("worktree", "list")).contains("previews/feature");

    builds.remove(NAME);
    builds.remove(NAME);

    assertThat(home.resolve("previews/feature")).doesNotExist();
    assertThat(product.git().run("worktree", "list")).doesNotContain("previews/feature");
  }

  private Built build(String revision, @Nullable Depth forced)
      throws PreviewFailure, IOException, InterruptedException {
    Artifact live =
        new Artifact(
            "shop",
            "1",
            "0".repeat(64),
            product.git().revision("main"),
            false,
            java.time.Instant.EPOCH,
            home);
    return builds.build(
        NAME,
        revision,
        List.of(live),
        forced,
        (step, _, detail) -> {
          steps.add(step);
          details.add(detail);
        });
  }

  /** Another commit on the branch. */
  private String push(Map<String, String> files) throws IOException, InterruptedException {
    if (product.git().findRevision("feature").isEmpty()) {
      return product.repository().branch("feature", "main", files);
    }
    for (var file : files.entrySet()) {
      product.repository().write(file.getKey(), file.getValue());
    }
    return product.repository().commit("changes " + files.keySet());
  }

  private static Artifact version(Built built, String service) {
    return java.util.Objects.requireNonNull(built.versions().get(service));
  }

  private List<ProcessHandle> processes() {
    return ProcessMark.of("ALEXANDRITE_PREVIEW_BUILD", home + "|" + NAME).processes();
  }

  private static String said(Artifact version) throws IOException, InterruptedException {
    Process run =
        new ProcessBuilder(version.command())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).isZero();
    return output;
  }
}
