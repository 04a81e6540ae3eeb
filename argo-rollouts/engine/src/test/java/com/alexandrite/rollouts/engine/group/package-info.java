/** Tests of releases of several services together. */
@NullMarked
package com.alexandrite.rollouts.engine.group;

import org.jspecify.annotations.NullMarked;
