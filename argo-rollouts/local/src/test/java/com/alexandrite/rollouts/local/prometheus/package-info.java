/** Tests of the Prometheus adapter: against recorded answers and against the real server. */
@NullMarked
package com.alexandrite.rollouts.local.prometheus;

import org.jspecify.annotations.NullMarked;
