package com.alexandrite.pricing.request;

import com.alexandrite.messages.PriceRequested;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The book in PostgreSQL. */
class JdbcAnswerBook implements AnswerBook {

  /** This process: a second delivery to it at the same time is no sign of a crash. */
  private final UUID worker = UUID.randomUUID();

  private final JdbcClient jdbc;

  JdbcAnswerBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean isAnswered(UUID requestId) {
    return jdbc.sql("select exists (select from pricing_answer where request_id = :id)")
        .param("id", requestId)
        .query(Boolean.class)
        .single();
  }

  @Override
  public int begin(UUID requestId) {
    jdbc.sql(
            "insert into pricing_attempt (request_id, worker) values (:id, :worker) on conflict do nothing")
        .param("id", requestId)
        .param("worker", worker)
        .update();
    return jdbc.sql(
            "select count(*) from pricing_attempt where request_id = :id and worker <> :worker")
        .param("id", requestId)
        .param("worker", worker)
        .query(Integer.class)
        .single();
  }

  @Override
  public void giveBack(UUID requestId) {
    jdbc.sql("delete from pricing_attempt where request_id = :id and worker = :worker")
        .param("id", requestId)
        .param("worker", worker)
        .update();
  }

  @Override
  public Instant now() {
    return jdbc.sql("select now()").query(Timestamp.class).single().toInstant();
  }

  @Override
  public void write(PriceRequested request, Answer answer, Issue issue) {
    var statement =
        jdbc.sql(
                """
                insert into pricing_answer (request_id, order_id, quote_id, model_sha256, geometry_hash, material,
                    quantity, total, currency, failure, rate_table_version, algorithm_version, answered_at)
                values (:request, :order, :quote, :sha256, :geometry, :material,
                    :quantity, :total, :currency, :failure, :rates, :algorithm, :at)
                """)
            .param("request", request.facts().eventId())
            .param("order", request.facts().orderId())
            .param("sha256", request.model().sha256())
            .param("material", request.material())
            .param("quantity", request.quantity())
            .param("rates", issue.rateTableVersion())
            .param("algorithm", issue.algorithmVersion())
            .param("at", OffsetDateTime.ofInstant(issue.at(), ZoneOffset.UTC));
    withOutcome(statement, answer, issue).update();
    jdbc.sql("delete from pricing_attempt where request_id = :id")
        .param("id", request.facts().eventId())
        .update();
  }

  private static JdbcClient.StatementSpec withOutcome(
      JdbcClient.StatementSpec statement, Answer answer, Issue issue) {
    return switch (answer) {
      case Answer.Priced priced ->
          statement
              .param("quote", issue.quoteId())
              .param("geometry", priced.geometryHash())
              .param("total", priced.price().total().amount())
              .param("currency", priced.price().total().currency())
              .param("failure", null);
      case Answer.Failed failed ->
          statement
              .param("quote", null)
              .param("geometry", null)
              .param("total", null)
              .param("currency", null)
              .param("failure", failed.reason());
    };
  }
}
