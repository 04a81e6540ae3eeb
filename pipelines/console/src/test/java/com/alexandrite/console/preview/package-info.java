/** Previews in the console: pages, REST, links and the waker, over a desk in memory. */
@NullMarked
package com.alexandrite.console.preview;

import org.jspecify.annotations.NullMarked;
