/** The recorded decisions of the real Argo Rollouts, run against this engine. */
@NullMarked
package com.alexandrite.rollouts.engine.conformance;

import org.jspecify.annotations.NullMarked;
