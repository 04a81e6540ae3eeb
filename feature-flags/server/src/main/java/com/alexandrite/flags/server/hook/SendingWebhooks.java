package com.alexandrite.flags.server.hook;

import com.alexandrite.flags.server.store.FlagDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sends what waits in the table, signed; a receiver that is away is asked again, ever less often.
 */
public final class SendingWebhooks implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Waits between attempts; after the last one it is given up. */
  private static final List<Duration> BACKOFF =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6));

  private final FlagDatabase database;
  private final InstantSource clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Over the flag database. */
  public SendingWebhooks(FlagDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Due(long id, String url, String secret, String body, int attempts) {}

  /** Sends all that is due. */
  public void run() {
    boolean more = true;
    while (more) {
      more = database.inTransaction(this::sendNext);
    }
  }

  private boolean sendNext() {
    Optional<Due> due =
        database
            .jdbc()
            .sql(
                """
                select webhook_delivery.id, url, secret, body, attempts
                from webhook_delivery join webhook on webhook.id = webhook_delivery.webhook
                where state = 'waiting' and next_at <= ?
                order by next_at, webhook_delivery.id limit 1 for update of webhook_delivery skip locked
                """)
            .param(FlagDatabase.at(clock.instant()))
            .query(Due.class)
            .optional();
    due.ifPresent(one -> note(one, send(one)));
    return due.isPresent();
  }

  /** Empty when the receiver has it; else why not. */
  private String send(Due due) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(due.url()))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header(Signature.HEADER, Signature.of(due.body(), due.secret()))
              .POST(HttpRequest.BodyPublishers.ofString(due.body()))
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? "" : "answered " + status;
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private void note(Due due, String error) {
    Instant now = clock.instant();
    boolean delivered = error.isEmpty();
    boolean last = due.attempts() >= BACKOFF.size();
    Duration pause = last ? Duration.ZERO : BACKOFF.get(due.attempts());
    database
        .jdbc()
        .sql(
            """
            update webhook_delivery set attempts = attempts + 1, state = ?, last_error = ?, next_at = ?,
              delivered_at = ? where id = ?
            """)
        .param(delivered ? "delivered" : last ? "given-up" : "waiting")
        .param(error)
        .param(FlagDatabase.at(now.plus(pause)))
        .param(delivered ? FlagDatabase.at(now) : null)
        .param(due.id())
        .update();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
