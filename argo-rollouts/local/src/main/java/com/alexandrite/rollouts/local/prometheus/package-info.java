/** Prometheus' HTTP API: one value for a metric, a series for a chart. */
@NullMarked
package com.alexandrite.rollouts.local.prometheus;

import org.jspecify.annotations.NullMarked;
