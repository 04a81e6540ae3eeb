package com.alexandrite.kit.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay's side of the table; every method needs a transaction. */
class OutboxTable {

  /** Any number that no other lock of the database uses. */
  private static final long RELAY_LOCK = 7_041_775_001L;

  private final JdbcClient jdbc;

  OutboxTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes this replica the relay until the transaction ends; false if another one is.
   *
   * <p>One relay at a time keeps the order of each aggregate's facts: two could overtake each
   * other.
   */
  boolean becomeRelay() {
    return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
        .param("lock", RELAY_LOCK)
        .query(Boolean.class)
        .single();
  }

  /** Returns the oldest rows that are due, locked; skips what a person is repairing by hand. */
  List<OutboxRow> oldestDue(int limit) {
    return jdbc.sql(
            """
            select id, event_id, aggregate_id, exchange, type, body, trace_id, baggage from kit_outbox
            where not_before <= now() order by id limit :limit for update skip locked
            """)
        .param("limit", limit)
        .query(new DataClassRowMapper<>(OutboxRow.class))
        .list();
  }

  void remove(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("delete from kit_outbox where id = any(:ids)")
          .param("ids", ids.toArray(Long[]::new))
          .update();
    }
  }

  /** Puts refused rows aside for a while, so that they don't stand in the way of others. */
  void postpone(Collection<Long> ids, Duration pause) {
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              update kit_outbox set attempts = attempts + 1, not_before = now() + :pause * interval '1 millisecond'
              where id = any(:ids)
              """)
          .param("pause", pause.toMillis())
          .param("ids", ids.toArray(Long[]::new))
          .update();
    }
  }
}
