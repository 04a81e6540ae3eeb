/** Previews' flags, with the real flag database. */
@NullMarked
package com.alexandrite.console.preview.flags;

import org.jspecify.annotations.NullMarked;
