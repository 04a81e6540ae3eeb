/** Black-box proof over HTTP. */
@NullMarked
package com.alexandrite.e2e;

import org.jspecify.annotations.NullMarked;
