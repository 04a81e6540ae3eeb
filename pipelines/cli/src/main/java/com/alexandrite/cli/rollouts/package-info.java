/** The console's rollouts, seen and steered from the terminal. */
@NullMarked
package com.alexandrite.cli.rollouts;

import org.jspecify.annotations.NullMarked;
