package com.alexandrite.shop.order;

import com.alexandrite.kit.page.Page;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  void insert(UUID id, String customer, Order.Wish wish) {
    OrderProgress begun = OrderProgress.begun();
    jdbc.sql(
            """
            insert into orders (id, customer, state, version, product, material, quantity)
            values (:id, :customer, :state, :version, :product, :material, :quantity)
            """)
        .param("id", id)
        .param("customer", customer)
        .param("state", begun.state().name())
        .param("version", begun.version())
        .param("product", wish.product())
        .param("material", wish.material())
        .param("quantity", wish.quantity())
        .update();
  }

  Optional<Order> find(UUID id) {
    return jdbc.sql("select * from orders where id = :id")
        .param("id", id)
        .query(this::order)
        .optional();
  }

  /** The order as it is now, and nobody else's to change until the caller's transaction ends. */
  Order lock(UUID id) {
    return jdbc.sql("select * from orders where id = :id for update")
        .param("id", id)
        .query(this::order)
        .single();
  }

  /** Another customer's order is as good as none. */
  Optional<Order> find(UUID id, String customer) {
    return find(id).filter(order -> order.customer().equals(customer));
  }

  /** One page of {@link #newestOf}. */
  Page<Order> pageOf(String customer, int asked) {
    long total =
        jdbc.sql("select count(*) from orders where customer = :customer")
            .param("customer", customer)
            .query(Long.class)
            .single();
    return Page.of(total, asked, after -> newestOf(customer, Page.SIZE, after));
  }

  List<Order> newestOf(String customer, int limit, long after) {
    return jdbc.sql(
            """
            select * from orders where customer = :customer
            order by created_at desc, id limit :limit offset :after
            """)
        .param("customer", customer)
        .param("limit", limit)
        .param("after", after)
        .query(this::order)
        .list();
  }

  /** Notes the model and the request for its price; an earlier price or failure is void. */
  void noteModel(UUID id, ModelFile model, UUID priceRequest) {
    jdbc.sql(
            """
            update orders set model_key = :key, model_sha256 = :sha256, model_size = :size, model_name = :name,
              price_request = :request, quote = null, failure_reason = null, failure_detail = null
            where id = :id
            """)
        .param("key", model.key())
        .param("sha256", model.sha256())
        .param("size", model.sizeBytes())
        .param("name", model.fileName())
        .param("request", priceRequest)
        .param("id", id)
        .update();
  }

  /** Notes the answer to the latest request; false if the customer has sent another model since. */
  boolean noteQuote(UUID id, UUID priceRequest, Quote quote) {
    return jdbc.sql(
                "update orders set quote = :quote, updated_at = now() where id = :id and price_request = :request")
            .param("quote", json.writeValueAsString(quote))
            .param("id", id)
            .param("request", priceRequest)
            .update()
        == 1;
  }

  /** Notes the quote as the customer accepted it. */
  void noteAgreed(UUID id, Quote quote) {
    jdbc.sql("update orders set quote = :quote where id = :id")
        .param("quote", json.writeValueAsString(quote))
        .param("id", id)
        .update();
  }

  void noteFailure(UUID id, Order.Failure failure) {
    jdbc.sql("update orders set failure_reason = :reason, failure_detail = :detail where id = :id")
        .param("reason", failure.reason())
        .param("detail", failure.detail())
        .param("id", id)
        .update();
  }

  private Order order(ResultSet row, int index) throws SQLException {
    String quote = row.getString("quote");
    String reason = row.getString("failure_reason");
    return new Order(
        row.getObject("id", UUID.class),
        "AX-" + row.getLong("number"),
        row.getString("customer"),
        new OrderProgress(OrderState.valueOf(row.getString("state")), row.getLong("version")),
        new Order.Wish(row.getString("product"), row.getString("material"), row.getInt("quantity")),
        model(row),
        row.getObject("price_request", UUID.class),
        quote == null ? null : json.readValue(quote, Quote.class),
        reason == null ? null : new Order.Failure(reason, row.getString("failure_detail")),
        row.getTimestamp("created_at").toInstant());
  }

  private static @Nullable ModelFile model(ResultSet row) throws SQLException {
    String key = row.getString("model_key");
    return key == null
        ? null
        : new ModelFile(
            key,
            row.getString("model_sha256"),
            row.getLong("model_size"),
            row.getString("model_name"));
  }
}
