/** Changes that are due later, and growth in steps. */
@NullMarked
package com.alexandrite.flags.server.schedule;

import org.jspecify.annotations.NullMarked;
