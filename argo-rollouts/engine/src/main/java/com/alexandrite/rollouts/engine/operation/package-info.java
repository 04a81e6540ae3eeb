/**
 * What people do to a rollout, as the patches that Argo's own command line sends: pure functions
 * from the live object to what is to be sent. A cluster gets them as they are; the local engine
 * applies the same ones to its state.
 */
@NullMarked
package com.alexandrite.rollouts.engine.operation;

import org.jspecify.annotations.NullMarked;
