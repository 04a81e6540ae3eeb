package com.alexandrite.crm.order;

import com.alexandrite.kit.page.Page;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderPriced;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Orders in the database. */
@Repository
class OrderTable {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  OrderTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Enters an order that has just got its price; false if it is known. */
  boolean insert(OrderPriced priced, Instant dueAt) {
    return jdbc.sql(
                """
                insert into orders (id, number, customer, state, version, material, quantity, model, quote, due_at, placed_at)
                values (:id, :number, :customer, :state, :version, :material, :quantity, :model, :quote, :due, :placed)
                on conflict (id) do nothing
                """)
            .param("id", priced.facts().orderId())
            .param("number", priced.number())
            .param("customer", priced.customer())
            .param("state", OrderState.PRICE_CALCULATED.name())
            .param("version", priced.facts().version())
            .param("material", priced.material())
            .param("quantity", priced.quantity())
            .param("model", json.writeValueAsString(priced.model()))
            .param("quote", json.writeValueAsString(priced.quote()))
            .param("due", Timestamp.from(dueAt))
            .param("placed", Timestamp.from(priced.facts().occurredAt()))
            .update()
        == 1;
  }

  Optional<Order> find(UUID id) {
    return jdbc.sql("select * from orders where id = :id")
        .param("id", id)
        .query(this::order)
        .optional();
  }

  /** One page of {@link #list}. */
  Page<Order> page(@Nullable OrderState state, int asked) {
    long total = select("count(*)", state, "").query(Long.class).single();
    return Page.of(total, asked, after -> list(state, Page.SIZE, after));
  }

  /**
   * What is in a state, or without one all that is not closed: the most urgent first, but of what
   * is closed the latest.
   */
  List<Order> list(@Nullable OrderState state, int limit, long after) {
    String order = state == OrderState.CLOSED ? "due_at desc, id desc" : "due_at, id";
    return select("*", state, "order by " + order + " limit :limit offset :after")
        .param("limit", limit)
        .param("after", after)
        .query(this::order)
        .list();
  }

  private JdbcClient.StatementSpec select(String what, @Nullable OrderState state, String rest) {
    String sql = "select %s from orders where %s %s";
    return state == null
        ? jdbc.sql(sql.formatted(what, "state <> 'CLOSED'", rest))
        : jdbc.sql(sql.formatted(what, "state = :state", rest)).param("state", state.name());
  }

  void noteTracking(UUID id, String tracking) {
    jdbc.sql("update orders set tracking = :tracking where id = :id")
        .param("tracking", tracking)
        .param("id", id)
        .update();
  }

  private Order order(ResultSet row, int index) throws SQLException {
    return new Order(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("customer"),
        new OrderProgress(OrderState.valueOf(row.getString("state")), row.getLong("version")),
        row.getString("material"),
        row.getInt("quantity"),
        json.readValue(row.getString("model"), ModelFile.class),
        json.readValue(row.getString("quote"), Quote.class),
        row.getTimestamp("due_at").toInstant(),
        row.getString("tracking"),
        row.getTimestamp("placed_at").toInstant(),
        row.getTimestamp("changed_at").toInstant());
  }
}
