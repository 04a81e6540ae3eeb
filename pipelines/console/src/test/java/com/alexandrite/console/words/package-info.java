/** Tests of sentences. */
@NullMarked
package com.alexandrite.console.words;

import org.jspecify.annotations.NullMarked;
