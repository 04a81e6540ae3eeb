/** Tests of what a rollout may ask for beyond Argo. */
@NullMarked
package com.alexandrite.rollouts.engine.safeguard;

import org.jspecify.annotations.NullMarked;
