package com.alexandrite.kit.messaging;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The inbox as a table with a unique key. */
class JdbcInbox implements Inbox {

  private final JdbcClient jdbc;

  JdbcInbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean enter(String consumer, UUID eventId) {
    return jdbc.sql(
                "insert into kit_inbox (consumer, event_id) values (:consumer, :event) on conflict do nothing")
            .param("consumer", consumer)
            .param("event", eventId)
            .update()
        == 1;
  }
}
