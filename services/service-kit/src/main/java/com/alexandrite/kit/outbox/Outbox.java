package com.alexandrite.kit.outbox;

/** Where a service leaves its facts. */
public interface Outbox {

  /**
   * Appends in the running transaction: the fact leaves if and only if that commits.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException if no transaction runs
   */
  void append(OutboxMessage message);
}
