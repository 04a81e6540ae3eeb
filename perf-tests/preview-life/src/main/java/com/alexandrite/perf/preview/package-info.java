/** Measures previews of a running platform from outside: over HTTP and by git alone. */
@NullMarked
package com.alexandrite.perf.preview;

import org.jspecify.annotations.NullMarked;
