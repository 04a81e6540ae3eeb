package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import java.io.IOException;
import java.util.Map;

/** What runs in the baseline. */
public interface Baseline {

  /** The version of each service that serves everybody now. */
  Map<String, Artifact> live() throws IOException;

  /** What a service is configured with there. */
  Map<String, String> configuration(String service) throws IOException;
}
