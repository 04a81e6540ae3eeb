/** Togglz over the flags, with the real PostgreSQL. */
@NullMarked
package com.alexandrite.flags.togglz;

import org.jspecify.annotations.NullMarked;
