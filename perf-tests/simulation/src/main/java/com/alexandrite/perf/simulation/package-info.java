/** How many rollouts are simulated in a second on one core. */
@NullMarked
package com.alexandrite.perf.simulation;

import org.jspecify.annotations.NullMarked;
