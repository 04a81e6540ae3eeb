/** Reads and checks the definition files, and writes their Java constants. */
@NullMarked
package com.alexandrite.flags.definitions;

import org.jspecify.annotations.NullMarked;
