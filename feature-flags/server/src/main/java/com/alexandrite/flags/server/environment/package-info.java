/** Environments and their flag documents. */
@NullMarked
package com.alexandrite.flags.server.environment;

import org.jspecify.annotations.NullMarked;
