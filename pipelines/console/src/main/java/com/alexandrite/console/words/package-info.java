/** Sentences about releases in the reader's language. */
@NullMarked
package com.alexandrite.console.words;

import org.jspecify.annotations.NullMarked;
