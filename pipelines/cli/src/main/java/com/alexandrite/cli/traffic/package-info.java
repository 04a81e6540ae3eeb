/**
 * Customers played at a steady rate against the running Shop, so that a release has somebody to
 * serve. {@link com.alexandrite.cli.traffic.Pace} gives out the requests, {@link
 * com.alexandrite.cli.traffic.Visits} sends customers through, {@link
 * com.alexandrite.cli.traffic.Observations} counts what they saw.
 */
@NullMarked
package com.alexandrite.cli.traffic;

import org.jspecify.annotations.NullMarked;
