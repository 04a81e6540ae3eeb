package com.alexandrite.preview.build;

import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.process.ProcessMark;
import com.alexandrite.preview.PreviewName;
import java.nio.file.Path;
import java.util.Map;

/** Where the files of one preview's builds are. */
record PreviewFolder(Path home, PreviewName name) {
  static final String MARK = "ALEXANDRITE_PREVIEW_BUILD";

  /** The version that serves, the one that shall follow it, and one that was overtaken. */
  private static final int KEPT_VERSIONS = 3;

  private static final char END_OF_HOME = '|';

  PreviewFolder {
    home = home.toAbsolutePath().normalize();
  }

  Path path() {
    return home.resolve("previews").resolve(name.value());
  }

  Path work() {
    return path().resolve("work");
  }

  Path log(String what) {
    return path().resolve("logs").resolve(what + ".log");
  }

  ArtifactStore artifacts() {
    return new ArtifactStore(path(), KEPT_VERSIONS);
  }

  /** What the processes of its builds carry, so that they are found again without a record. */
  Map<String, String> mark() {
    return Map.of(MARK, markOf(home) + name);
  }

  ProcessMark marked() {
    return ProcessMark.of(MARK, markOf(home) + name);
  }

  /** The processes of the builds of all previews of a home. */
  static ProcessMark marked(Path home) {
    String start = markOf(home.toAbsolutePath().normalize());
    return new ProcessMark(MARK, value -> value.startsWith(start));
  }

  private static String markOf(Path home) {
    return home.toString() + END_OF_HOME;
  }
}
