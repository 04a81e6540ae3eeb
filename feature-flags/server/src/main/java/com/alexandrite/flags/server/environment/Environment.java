package com.alexandrite.flags.server.environment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place with flag states of its own.
 *
 * @param kind local, preview, staging or production
 * @param version of its document; grows by one with every change
 * @param twoPersons whether a change waits for a second person
 * @param clonedFrom the environment whose states it began with; null for the standing ones
 */
public record Environment(
    String name,
    String kind,
    long version,
    Instant changedAt,
    boolean twoPersons,
    @Nullable String clonedFrom) {

  /** Those that are always there, in the order of a change's way. */
  public static final List<String> STANDING = List.of("local", "preview", "staging", "production");

  /** Whether it is always there. */
  public boolean standing() {
    return STANDING.contains(name);
  }
}
