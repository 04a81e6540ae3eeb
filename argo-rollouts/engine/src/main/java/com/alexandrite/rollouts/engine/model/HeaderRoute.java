package com.alexandrite.rollouts.engine.model;

import java.util.List;

/**
 * Requests that go to the canary whatever the weight says.
 *
 * @param match a request is meant when all of these hold
 */
public record HeaderRoute(String name, List<HeaderMatch> match) {

  public HeaderRoute {
    match = List.copyOf(match);
  }

  /**
   * One header of a request.
   *
   * @param header its name, in any case
   * @param kind how {@code value} is read
   */
  public record HeaderMatch(String header, Kind kind, String value) {}

  /** How a header's value is compared; always as a whole. */
  public enum Kind {
    EXACT,
    PREFIX,
    REGEX
  }
}
