/**
 * What each kind of recorded decision asks, and the engine's answer in the words of the records. A
 * class for each file, a function for each {@code fn}.
 */
@NullMarked
package com.alexandrite.rollouts.conformance.rows;

import org.jspecify.annotations.NullMarked;
