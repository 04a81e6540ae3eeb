/** Flagsmith's API, as its Java client speaks it. */
@NullMarked
package com.alexandrite.flags.server.flagsmith;

import org.jspecify.annotations.NullMarked;
