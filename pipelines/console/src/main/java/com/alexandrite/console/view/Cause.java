package com.alexandrite.console.view;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Why something ended as it did, in parts that become a sentence in the reader's language. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Cause.Worse.class, name = "worse"),
  @JsonSubTypes.Type(value = Cause.Unmeasured.class, name = "unmeasured"),
  @JsonSubTypes.Type(value = Cause.Stopped.class, name = "stopped"),
  @JsonSubTypes.Type(value = Cause.Late.class, name = "late"),
  @JsonSubTypes.Type(value = Cause.Invalid.class, name = "invalid"),
  @JsonSubTypes.Type(value = Cause.Undone.class, name = "undone"),
  @JsonSubTypes.Type(value = Cause.Restored.class, name = "restored"),
  @JsonSubTypes.Type(value = Cause.Together.class, name = "together"),
  @JsonSubTypes.Type(value = Cause.Replaced.class, name = "replaced"),
  @JsonSubTypes.Type(value = Cause.Promoted.class, name = "promoted"),
  @JsonSubTypes.Type(value = Cause.Told.class, name = "told")
})
public sealed interface Cause {

  /**
   * A metric was worse than its condition allows.
   *
   * @param bad looks at it that were so
   * @param looks all looks at it
   * @param allowed bad looks that are borne
   * @param worst the worst value in the metric's unit, null when none was a number
   * @param limit what the condition compares with, null when it does something else
   * @param unit of both
   */
  record Worse(
      String metric,
      int bad,
      int looks,
      int allowed,
      @Nullable Double worst,
      @Nullable Double limit,
      Unit unit)
      implements Cause {}

  /**
   * A metric could not be measured.
   *
   * @param times in a row
   * @param message what its source said last
   */
  record Unmeasured(String metric, int times, String message) implements Cause {}

  /** Somebody aborted. */
  record Stopped(String who, String why) implements Cause {}

  /** The new version's processes did not become ready in time. */
  record Late() implements Cause {}

  /** The manifests make no sense to the engine. */
  record Invalid(String problem) implements Cause {}

  /** The stable version was made the wanted one again. */
  record Undone() implements Cause {}

  /**
   * The version after it failed after its promotion.
   *
   * @param why what was measured of that one, in the words of the engine
   * @param measured the same in parts; null when the run that measured it is not kept
   */
  record Restored(String why, @Nullable Cause measured) implements Cause {}

  /** Its release group went back. */
  record Together(String group) implements Cause {}

  /** A newer release took its place. */
  record Replaced() implements Cause {}

  /** What a cluster's controller says in its own words. */
  record Told(String message) implements Cause {}

  /** All steps were passed. */
  record Promoted() implements Cause {}
}
