/**
 * Several services as one release: in order, and back together. Pure, as the rest of the engine.
 */
@NullMarked
package com.alexandrite.rollouts.engine.group;

import org.jspecify.annotations.NullMarked;
