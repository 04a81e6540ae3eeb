/** Previews of branches from the command line. */
@NullMarked
package com.alexandrite.cli.preview;

import org.jspecify.annotations.NullMarked;
