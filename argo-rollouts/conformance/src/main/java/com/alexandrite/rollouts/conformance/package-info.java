/**
 * Runs recorded decisions of the real Argo Rollouts through the engine: {@link
 * com.alexandrite.rollouts.conformance.Conformance} is the flow.
 */
@NullMarked
package com.alexandrite.rollouts.conformance;

import org.jspecify.annotations.NullMarked;
