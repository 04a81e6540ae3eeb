package com.alexandrite.preview.build;

import com.alexandrite.environment.artifact.Artifact;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What a version is started with once to make its start-up cache. */
public interface Training {

  /** No version is trained: each starts slower, the build is done sooner. */
  Training NONE = _ -> Optional.empty();

  /** The service's environment variables; empty when this version shall not be trained. */
  Optional<Map<String, String>> environment(Artifact version) throws IOException;
}
