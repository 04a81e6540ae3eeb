package com.alexandrite.preview.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.ProcessMark;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.build.BuildProgress.Step;
import com.alexandrite.preview.build.PreviewBuilds.Built;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A product, a preview of its branch {@code feature}, and what its builds tell. */
record BuildRig(
    SmallProduct product, Path home, PreviewBuilds builds, Set<Step> steps, Set<String> details) {
  static final PreviewName NAME = new PreviewName("feature");

  static BuildRig in(Path folder) throws IOException, InterruptedException {
    SmallProduct product = SmallProduct.in(folder);
    product.repository().write(".git/info/exclude", ".alexandrite/\n");
    Path home = folder.resolve(".alexandrite");
    return new BuildRig(
        product,
        home,
        new PreviewBuilds(home, product.git(), _ -> Optional.of(Map.of()), InstantSource.system()),
        ConcurrentHashMap.newKeySet(),
        ConcurrentHashMap.newKeySet());
  }

  /** Builds, where the first revision is live in the baseline. */
  Built build(String revision, @Nullable Depth forced)
      throws PreviewFailure, IOException, InterruptedException {
    String main = product.git().revision("main");
    Artifact live = new Artifact("shop", "1", "0".repeat(64), main, false, Instant.EPOCH, home);
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
  String push(Map<String, String> files) throws IOException, InterruptedException {
    if (product.git().findRevision("feature").isEmpty()) {
      return product.repository().branch("feature", "main", files);
    }
    for (var file : files.entrySet()) {
      product.repository().write(file.getKey(), file.getValue());
    }
    return product.repository().commit("changes " + files.keySet());
  }

  /** Those of the preview's builds that run. */
  List<ProcessHandle> processes() {
    return ProcessMark.of("ALEXANDRITE_PREVIEW_BUILD", home + "|" + NAME).processes();
  }

  static Artifact version(Built built, String service) {
    return Objects.requireNonNull(built.versions().get(service));
  }

  /** What the program prints. */
  static String said(Artifact version) throws IOException, InterruptedException {
    Process run =
        new ProcessBuilder(version.command())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).isZero();
    return output;
  }
}
