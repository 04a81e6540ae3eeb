/** Signed webhooks. */
@NullMarked
package com.alexandrite.flags.server.hook;

import org.jspecify.annotations.NullMarked;
