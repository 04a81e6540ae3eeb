/** Tests of the package. */
@NullMarked
package com.alexandrite.rollouts.engine.template;

import org.jspecify.annotations.NullMarked;
