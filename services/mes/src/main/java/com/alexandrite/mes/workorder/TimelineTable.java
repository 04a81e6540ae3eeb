package com.alexandrite.mes.workorder;

import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of every order's life; rows are only added. */
@Repository
class TimelineTable {

  private final JdbcClient jdbc;

  TimelineTable(JdbcClient jdbc) {
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

  List<WorkOrder.Step> of(UUID order) {
    return jdbc.sql("select * from order_transitions where order_id = :order order by version")
        .param("order", order)
        .query(TimelineTable::step)
        .list();
  }

  private static WorkOrder.Step step(ResultSet row, int index) throws SQLException {
    return new WorkOrder.Step(
        OrderState.valueOf(row.getString("state")),
        row.getLong("version"),
        row.getTimestamp("at").toInstant(),
        row.getString("actor"),
        row.getString("cause"),
        row.getString("note"));
  }

  /** Who or what made a transition, and the event that told it. */
  record Cause(String actor, String what, @Nullable String note, @Nullable UUID eventId) {

    static Cause act(String actor, String what) {
      return new Cause(actor, what, null, null);
    }
  }
}
