package com.alexandrite.kit.messaging;

import java.util.UUID;

/** Remembers whose effect is written, in the same transaction as the effect. */
public interface Inbox {

  /**
   * Enters an event for a consumer; false if it was entered before. Waits for another transaction
   * that is entering it.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException if no transaction runs
   */
  boolean enter(String consumer, UUID eventId);
}
