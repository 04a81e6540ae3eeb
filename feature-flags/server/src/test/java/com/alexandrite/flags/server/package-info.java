/** The flag server against the real database and broker, over HTTP. */
@NullMarked
package com.alexandrite.flags.server;

import org.jspecify.annotations.NullMarked;
