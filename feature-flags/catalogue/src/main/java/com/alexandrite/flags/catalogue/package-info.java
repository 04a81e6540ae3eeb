/**
 * The constants of all flags: {@code Features} is written by the build from the definitions, so
 * that a misspelt key does not compile.
 */
@NullMarked
package com.alexandrite.flags.catalogue;

import org.jspecify.annotations.NullMarked;
