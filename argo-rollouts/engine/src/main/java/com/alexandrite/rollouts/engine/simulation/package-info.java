/** Whole rollouts on a virtual clock: simulated pods, scripted metrics, a recording router. */
@NullMarked
package com.alexandrite.rollouts.engine.simulation;

import org.jspecify.annotations.NullMarked;
