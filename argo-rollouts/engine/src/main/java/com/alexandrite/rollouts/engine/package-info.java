/** The canary engine: reads Rollout manifests, reconciles, analyses, decides. */
@NullMarked
package com.alexandrite.rollouts.engine;

import org.jspecify.annotations.NullMarked;
