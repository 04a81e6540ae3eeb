package com.alexandrite.cli.flags;

import com.alexandrite.flags.definitions.FlagDefinition;
import java.time.Instant;
import java.util.Optional;

/** Which flags answer the same to everybody in production, and since when. */
interface SettledFlags {

  /** Where that is known from, for people. */
  String origin();

  /** Empty when the flag is in between, or nothing is known about it. */
  Optional<Settled> of(FlagDefinition flag);

  /**
   * The same for everybody.
   *
   * @param percent 0 or 100
   */
  record Settled(int percent, Instant since) {}
}
