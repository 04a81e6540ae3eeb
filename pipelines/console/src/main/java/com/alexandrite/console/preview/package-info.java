/** Previews as the console offers them: which there are, and the word that one has changed. */
@NullMarked
package com.alexandrite.console.preview;

import org.jspecify.annotations.NullMarked;
