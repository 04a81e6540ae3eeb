/** Previews' flags in the flag server that this console hosts. */
@NullMarked
package com.alexandrite.console.preview.flags;

import org.jspecify.annotations.NullMarked;
