package com.alexandrite.preview.build;

import com.alexandrite.environment.artifact.MavenBuild;
import com.alexandrite.preview.FullDisk;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of Maven in a preview's work tree; an interrupt ends it with all its children. */
record MavenRun(PreviewFolder folder, MavenBuild maven, Consumer<String> module) {
  private static final Duration TELL = Duration.ofMillis(500);
  private static final int SIGNALLED = 128;
  private static final Pattern BUILDING =
      Pattern.compile("(?m)^\\[INFO\\] Building (.+?) +(?:\\S+ +)?\\[(\\d+/\\d+)\\]$");

  /** Builds are guests on a machine that serves and judges canaries: those go first. */
  private static final String[] POLITE = {"nice", "-n", "10"};

  static MavenRun in(PreviewFolder folder, Consumer<String> module) {
    return new MavenRun(folder, new MavenBuild(folder.work(), folder.log("build")), module);
  }

  /**
   * Builds modules.
   *
   * @throws PreviewFailure with the compiler's words when the sources are the cause
   * @throws IOException when somebody ended Maven: the sources may be good
   */
  void build(Collection<String> modules) throws PreviewFailure, IOException, InterruptedException {
    int code;
    try {
      code = await(maven.start(modules, folder.mark(), POLITE));
    } finally {
      folder.marked().kill();
    }
    if (code > SIGNALLED) {
      throw new IOException("Maven was ended by signal " + (code - SIGNALLED));
    }
    if (code != 0) {
      Optional<Problem> disk = FullDisk.on(folder.home());
      throw new PreviewFailure(
          disk.isPresent() ? disk.get() : problem(maven.errors(), maven.log()));
    }
  }

  private int await(Process process) throws IOException, InterruptedException {
    long read = 0;
    String last = "";
    while (!process.waitFor(TELL.toMillis(), TimeUnit.MILLISECONDS)) {
      String news = from(read);
      read += news.getBytes(StandardCharsets.UTF_8).length;
      Matcher building = BUILDING.matcher(news);
      while (building.find()) {
        last = building.group(1) + " " + building.group(2);
      }
      module.accept(last);
    }
    return process.exitValue();
  }

  /** Whole lines only: what ends in the middle of one is read again. */
  private String from(long position) throws IOException {
    try (var log = new RandomAccessFile(maven.log().toFile(), "r")) {
      byte[] news = new byte[(int) Math.max(0, log.length() - position)];
      log.seek(position);
      log.readFully(news);
      String text = new String(news, StandardCharsets.UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1);
    }
  }

  private static Problem problem(List<String> errors, Path log) {
    String first = errors.isEmpty() ? "Maven failed without saying why" : errors.getFirst();
    String all = String.join("\n", errors);
    return FullDisk.in(all)
        .orElseGet(() ->
            new Problem(
                "build-failed",
                "the branch does not build: " + first,
                "mend it and push again; all that Maven said is in " + log,
                all));
  }
}
