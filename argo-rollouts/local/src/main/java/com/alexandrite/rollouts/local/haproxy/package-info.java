/** HAProxy's runtime API: servers, weights and counters of a running proxy, without a reload. */
@NullMarked
package com.alexandrite.rollouts.local.haproxy;

import org.jspecify.annotations.NullMarked;
