/** The engine against the published suite, and against the recordings it was made of. */
@NullMarked
package com.alexandrite.rollouts.conformance;

import org.jspecify.annotations.NullMarked;
