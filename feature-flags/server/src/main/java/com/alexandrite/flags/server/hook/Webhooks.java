package com.alexandrite.flags.server.hook;

import com.alexandrite.flags.server.change.Change;
import com.alexandrite.flags.server.change.ChangeListener;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import com.alexandrite.flags.server.store.Refused;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who wants to hear of changes; what they have to hear is written in the change's transaction. */
public final class Webhooks implements ChangeListener {
  private final FlagDatabase database;
  private final InstantSource clock;
  private final Runnable wake;

  /** Wakes whoever sends, when a change has committed. */
  public Webhooks(FlagDatabase database, InstantSource clock, Runnable wake) {
    this.database = database;
    this.clock = clock;
    this.wake = wake;
  }

  /** Adds one. */
  public Webhook add(String url, @Nullable String environment, String secret, String actor) {
    refuseInvalid(url, secret);
    return database
        .jdbc()
        .sql(
            """
            insert into webhook (id, url, environment, secret, created_at, created_by)
            values (?, ?, ?, ?, ?, ?) returning *
            """)
        .param(UUID.randomUUID())
        .param(url)
        .param(environment)
        .param(secret)
        .param(FlagDatabase.at(clock.instant()))
        .param(actor)
        .query(Webhooks::read)
        .single();
  }

  /** All. */
  public List<Webhook> all() {
    return database
        .jdbc()
        .sql("select * from webhook order by created_at")
        .query(Webhooks::read)
        .list();
  }

  /** Takes one away with what it has not heard yet. */
  public void remove(UUID id) {
    if (database.jdbc().sql("delete from webhook where id = ?").param(id).update() == 0) {
      throw Refused.unknown("webhook", id, "List them: GET /api/flag-webhooks.");
    }
  }

  /** The newest messages to one. */
  public List<Delivery> deliveries(UUID webhook) {
    return database
        .jdbc()
        .sql("select * from webhook_delivery where webhook = ? order by id desc limit 100")
        .param(webhook)
        .query(Webhooks::readDelivery)
        .list();
  }

  @Override
  public void changed(Change change) {
    database
        .jdbc()
        .sql(
            """
            insert into webhook_delivery (webhook, body, next_at)
            select id, ?, ? from webhook where environment is null or environment = ?
            """)
        .param(body(change))
        .param(FlagDatabase.at(clock.instant()))
        .param(change.environment())
        .update();
    FlagDatabase.afterCommit(wake);
  }

  private static String body(Change change) {
    return FlagJson.write(Map.of("event_type", "FLAG_UPDATED", "data", change));
  }

  private static void refuseInvalid(String url, String secret) {
    URI uri = URI.create(url.replace(' ', '+'));
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null) {
      throw Refused.invalid("url-invalid", url + " is no web address.", "Give http(s)://….");
    }
    if (secret.length() < 16) {
      throw Refused.invalid(
          "secret-too-short", "The secret has less than 16 characters.", "Make a longer one.");
    }
  }

  private static Webhook read(ResultSet row, int number) throws SQLException {
    return new Webhook(
        row.getObject("id", UUID.class),
        row.getString("url"),
        row.getString("environment"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"));
  }

  private static Delivery readDelivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        row.getObject("webhook", UUID.class),
        row.getInt("attempts"),
        row.getTimestamp("next_at").toInstant(),
        row.getString("state"),
        row.getString("last_error"),
        FlagDatabase.instant(row.getObject("delivered_at", OffsetDateTime.class)));
  }
}
