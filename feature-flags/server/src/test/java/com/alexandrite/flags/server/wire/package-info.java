/** The wire form, read by the unmodified Flagsmith client. */
@NullMarked
package com.alexandrite.flags.server.wire;

import org.jspecify.annotations.NullMarked;
