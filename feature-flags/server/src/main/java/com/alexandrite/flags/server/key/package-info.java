/** Keys by which clients name their environment. */
@NullMarked
package com.alexandrite.flags.server.key;

import org.jspecify.annotations.NullMarked;
