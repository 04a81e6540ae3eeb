package com.alexandrite.kit.outbox;

import com.alexandrite.kit.preview.OwnSpace;
import com.alexandrite.kit.trace.TraceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as a table; the relay is woken when the transaction commits. */
class JdbcOutbox implements Outbox {

  static final String WAKE_CHANNEL = "kit_outbox";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final OwnSpace own;

  JdbcOutbox(JdbcClient jdbc, JsonMapper json, OwnSpace own) {
    this.jdbc = jdbc;
    this.json = json;
    this.own = own;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(OutboxMessage message) {
    jdbc.sql(
            """
            insert into kit_outbox (event_id, aggregate_id, exchange, type, body, trace_id, baggage)
            values (:event, :aggregate, :exchange, :type, :body, :trace, :baggage)
            """)
        .param("event", message.eventId())
        .param("aggregate", message.aggregateId())
        .param("exchange", message.exchange())
        .param("type", message.type())
        .param("body", json.writeValueAsString(message.body()))
        .param("trace", TraceId.current().orElse(null))
        .param("baggage", own.outgoing().orElse(null))
        .update();
    // Equal signals of one transaction are folded into one by the database.
    jdbc.sql("select pg_notify('" + WAKE_CHANNEL + "', '')").query().singleRow();
  }
}
