/** The driver against the client library's API server. */
@NullMarked
package com.alexandrite.rollouts.kubernetes;

import org.jspecify.annotations.NullMarked;
