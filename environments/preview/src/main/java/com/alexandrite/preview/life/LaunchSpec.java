package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.preview.Origin;
import com.alexandrite.preview.Space;
import java.io.IOException;

/** How a service of a preview is started. */
interface LaunchSpec {

  /**
   * What of a service runs.
   *
   * @param artifact the branch's or the baseline's
   */
  record Version(Origin origin, Artifact artifact) {
    /** Part of the process's name: another version is another process. */
    String label() {
      return (origin == Origin.BRANCH ? "r" : "b") + artifact.version();
    }
  }

  /** The process, on ports of its own. */
  ProcessSpec spec(Space space, String process, String service, Version version) throws IOException;
}
