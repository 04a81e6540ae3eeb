package com.alexandrite.flags.server.change;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done to a flag.
 *
 * @param actor who asks
 * @param reason why
 * @param expectedVersion the version of the state that it was decided upon; null when that does not
 *     matter, as for a kill
 */
public record Order(
    String environment,
    String flag,
    Edit edit,
    String actor,
    String reason,
    @Nullable Long expectedVersion,
    @Nullable String approvedBy,
    @Nullable Long undoes) {

  /** An order of one person. */
  public static Order of(
      String environment,
      String flag,
      Edit edit,
      String actor,
      @Nullable String reason,
      @Nullable Long expectedVersion) {
    return new Order(
        environment,
        flag,
        edit,
        actor,
        com.alexandrite.flags.server.store.Refused.reason(reason),
        expectedVersion,
        null,
        null);
  }
}
