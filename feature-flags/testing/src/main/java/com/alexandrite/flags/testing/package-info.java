/** Runs tests in the states of the flags that they evaluate. */
@NullMarked
package com.alexandrite.flags.testing;

import org.jspecify.annotations.NullMarked;
