package com.alexandrite.kit.messaging;

/** Which deliveries get lost, in drills; without a bean of this type none does. */
@FunctionalInterface
public interface Losses {

  /**
   * Says whether a delivery about this aggregate is acknowledged and dropped as if it had never
   * come.
   */
  boolean lose(String aggregateId);
}
