/** Jobs as real processes. */
@NullMarked
package com.alexandrite.rollouts.local.job;

import org.jspecify.annotations.NullMarked;
