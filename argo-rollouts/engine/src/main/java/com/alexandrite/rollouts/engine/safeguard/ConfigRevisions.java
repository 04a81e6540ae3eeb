package com.alexandrite.rollouts.engine.safeguard;

import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutState;

/**
 * A change of configuration is a revision: the pod template carries the hash of the configuration
 * that it was made with, as a hashed ConfigMap name does on a cluster.
 */
public final class ConfigRevisions {

  /** On the pod template: which configuration its pods read. */
  public static final String HASH = Safeguards.PREFIX + "config-hash";

  private ConfigRevisions() {}

  /** Whether the rollout asks for it. */
  public static boolean asked(Rollout rollout) {
    return rollout.annotations().getOrDefault(Safeguards.CONFIG_REVISIONS, "").equals("true");
  }

  /** A template that is to be released now: with the configuration that was seen last. */
  public static PodTemplate newest(RolloutState state, PodTemplate template) {
    String known = known(state);
    return asked(state.rollout()) && !known.isEmpty()
        ? template.withAnnotation(HASH, known)
        : template;
  }

  /** A template of changed manifests: with the configuration that is released, if that is asked. */
  public static PodTemplate kept(Rollout manifest, PodTemplate running, PodTemplate wanted) {
    String hash = running.annotations().getOrDefault(HASH, "");
    return asked(manifest) && !hash.isEmpty() ? wanted.withAnnotation(HASH, hash) : wanted;
  }

  /** The hash of the configuration that was seen last; empty before the first. */
  public static String known(RolloutState state) {
    String hash = state.rollout().status().safeguards().configHash();
    return hash == null ? "" : hash;
  }
}
