/** The server's own database, and refusals. */
@NullMarked
package com.alexandrite.flags.server.store;

import org.jspecify.annotations.NullMarked;
