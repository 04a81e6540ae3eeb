/** Real servers and tiny pods for integration tests, here and in the console. */
@NullMarked
package com.alexandrite.rollouts.local.rig;

import org.jspecify.annotations.NullMarked;
