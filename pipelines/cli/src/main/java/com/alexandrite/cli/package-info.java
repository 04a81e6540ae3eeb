/** The command line. */
@NullMarked
package com.alexandrite.cli;

import org.jspecify.annotations.NullMarked;
