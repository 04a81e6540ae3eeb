/** Measures how long a kill takes from the click to the last instance. */
@NullMarked
package com.alexandrite.perf.flagkill;

import org.jspecify.annotations.NullMarked;
