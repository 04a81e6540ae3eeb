/** The admin API. */
@NullMarked
package com.alexandrite.flags.server.api;

import org.jspecify.annotations.NullMarked;
