/** Previews of branches: what a developer sees of them, and that nobody else does. */
@NullMarked
package com.alexandrite.e2e.preview;

import org.jspecify.annotations.NullMarked;
