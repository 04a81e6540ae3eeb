package com.alexandrite.flags.server.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flag in one line.
 *
 * @param expires until when it must be gone; null when it may stay
 * @param variants names, the first is that of a flag that is off
 * @param states by environment
 * @param evaluations answers in the last 24 hours, by environment
 * @param lastEvaluated when it was last asked for anywhere; null when never
 * @param mark expired, expiring, stale or empty
 */
public record FlagRow(
    String key,
    String description,
    String type,
    String owner,
    String unit,
    LocalDate created,
    @Nullable LocalDate expires,
    List<String> variants,
    Map<String, StateCell> states,
    Map<String, Long> evaluations,
    @Nullable Instant lastEvaluated,
    String mark) {

  /**
   * A flag's state in an environment, in short.
   *
   * @param state off, on (everybody), share (some of all) or rules (chosen people)
   * @param percent of all units that its last rule takes in; 0 to 100
   * @param rules how many
   * @param version the environment's version that brought it; what a change may demand
   */
  public record StateCell(
      boolean enabled,
      String state,
      double percent,
      int rules,
      long version,
      Instant changedAt,
      String changedBy) {}
}
