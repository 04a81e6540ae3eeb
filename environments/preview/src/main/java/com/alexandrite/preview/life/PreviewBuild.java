package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds out what a revision changed, and builds that. */
public interface PreviewBuild {

  /**
   * A revision, built.
   *
   * @param baseline revision that it was compared with
   * @param depthReason why it is this depth, a sentence
   * @param fromBranch the services that it changed, with what was built of them
   * @param sources its work tree
   */
  record Built(
      String baseline,
      Depth depth,
      String depthReason,
      Map<String, Artifact> fromBranch,
      Path sources) {}

  /**
   * Builds what is not built yet; an interrupt ends it.
   *
   * @param forced depth that somebody chose, or null
   * @param progress is told what happens, as a sentence
   * @throws PreviewFailure when it does not compile
   */
  Built build(PreviewName name, String revision, @Nullable Depth forced, Consumer<String> progress)
      throws PreviewFailure, IOException, InterruptedException;

  /** What a preview's store has of a service. */
  Artifact artifact(PreviewName name, String service, String version) throws IOException;

  /** The work tree of what was built last. */
  Path sources(PreviewName name);

  /** The last lines that a process wrote. */
  String logTail(String process);

  /** Ends builds that an earlier process left running. */
  int killStray() throws IOException;
}
