/** Tests of the package. */
@NullMarked
package com.alexandrite.rollouts.engine.analysis;

import org.jspecify.annotations.NullMarked;
