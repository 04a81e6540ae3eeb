package com.alexandrite.console.release;

import org.jspecify.annotations.Nullable;

/** Takes manifests of a rollout, where the console is who applies them. */
public interface ManifestIntake {

  /**
   * Applies a rollout's manifests.
   *
   * @param yaml YAML documents; blank for those that are known of the rollout
   * @param image of the first revision; null for the one in the manifests
   * @return whether the rollout is new
   * @throws Refused if they are not accepted
   */
  boolean apply(String rollout, String yaml, @Nullable String image, String actor);
}
