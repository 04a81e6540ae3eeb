/** Tests against the real HAProxy, and of the pure parts. */
@NullMarked
package com.alexandrite.rollouts.local.haproxy;

import org.jspecify.annotations.NullMarked;
