/** The flag server: environments, changes, history; the console hosts it. */
@NullMarked
package com.alexandrite.flags.server;

import org.jspecify.annotations.NullMarked;
