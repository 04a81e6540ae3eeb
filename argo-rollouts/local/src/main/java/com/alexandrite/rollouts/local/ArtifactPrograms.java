package com.alexandrite.rollouts.local;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.ArtifactStore;

/** Images are artifacts that were built and registered on this machine. */
public final class ArtifactPrograms implements Programs {
  private final ArtifactStore store;

  /** Looks into this store. */
  public ArtifactPrograms(ArtifactStore store) {
    this.store = store;
  }

  @Override
  public Program resolve(String image) {
    try {
      Artifact artifact = store.resolve(image);
      return new Program(artifact.command(), artifact.folder(), artifact.version());
    } catch (IllegalArgumentException e) {
      throw new UnknownImageException(image, e);
    }
  }
}
