package com.alexandrite.orderlife;

import com.alexandrite.messages.OrderProgress;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code order_transitions}: the steps of every order's life; rows are only added. */
final class Timeline {

  private final JdbcClient jdbc;

  Timeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID order, OrderProgress reached, Cause cause) {
    jdbc.sql(
            """
            insert into order_transitions (order_id, version, state, actor, cause, note, event_id)
            values (:order, :version, :state, :actor, :cause, :note, :event)
            """)
        .param("order", order)
        .param("version", reached.version())
        .param("state", reached.state().name())
        .param("actor", cause.actor())
        .param("cause", cause.what())
        .param("note", cause.note())
        .param("event", cause.eventId())
        .update();
  }

  List<Step> of(UUID order) {
    return jdbc.sql(
            """
            select state, version, at, actor, cause, note from order_transitions
            where order_id = :order order by version
            """)
        .param("order", order)
        .query(new DataClassRowMapper<>(Step.class))
        .list();
  }
}
