/** Flags from the command line. */
@NullMarked
package com.alexandrite.cli.flags;

import org.jspecify.annotations.NullMarked;
