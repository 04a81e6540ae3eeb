/** Tests of the package. */
@NullMarked
package com.alexandrite.rollouts.engine.condition;

import org.jspecify.annotations.NullMarked;
