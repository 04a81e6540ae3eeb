/**
 * What to do next with a rollout: decided on what is wanted, known and seen, on an injected clock.
 */
@NullMarked
package com.alexandrite.rollouts.engine.reconcile;

import org.jspecify.annotations.NullMarked;
