package com.alexandrite.flags.server;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The host's clock, in the microseconds that the database keeps: what is written and what is read
 * again are the same moment. No bean of the clock's own type, which the host has already.
 */
record FlagClock(InstantSource source) {
  static FlagClock of(InstantSource hosts) {
    return new FlagClock(() -> hosts.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
