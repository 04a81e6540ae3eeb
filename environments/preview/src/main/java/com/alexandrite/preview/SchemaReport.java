package com.alexandrite.preview;

import java.time.Duration;
import java.util.List;

/**
 * How a preview's databases differ from the baseline's.
 *
 * @param changes none when the schemas are equal
 * @param migrations those that the branch added, in the order in which they ran
 */
public record SchemaReport(List<Change> changes, List<Migration> migrations) {

  /** No difference. */
  public static final SchemaReport SAME = new SchemaReport(List.of(), List.of());

  /** Copies the lists. */
  public SchemaReport {
    changes = List.copyOf(changes);
    migrations = List.copyOf(migrations);
  }

  /** What became of a thing. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED,
    /** It is another. */
    CHANGED
  }

  /**
   * One difference.
   *
   * @param thing {@code orders.gift_note}, {@code index orders_by_day}
   * @param before how the baseline defines it, empty when it has none
   * @param after how the branch defines it, empty when it has none
   */
  public record Change(String service, Kind kind, String thing, String before, String after) {}

  /** One migration that ran on the clone, and how long it took there. */
  public record Migration(String service, String version, String description, Duration took) {}
}
