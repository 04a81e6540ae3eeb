/**
 * The Rollouts of a Kubernetes cluster: listed and watched by {@link
 * com.alexandrite.rollouts.kubernetes.RolloutCluster}, steered by {@link
 * com.alexandrite.rollouts.kubernetes.RolloutSteering} with the patches that the official kubectl
 * plugin sends.
 */
@NullMarked
package com.alexandrite.rollouts.kubernetes;

import org.jspecify.annotations.NullMarked;
