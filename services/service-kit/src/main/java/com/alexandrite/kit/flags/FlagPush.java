package com.alexandrite.kit.flags;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.alexandrite.flags.FlagDocument;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears changed flags through the broker, in milliseconds, on a connection of its own: orders in
 * the other one's queues must not stand before a kill, and the queue ends with the process. What is
 * missed while the connection is down is read from the source after each connect.
 */
final class FlagPush implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(FlagPush.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final FlagBroker broker;
  private final FollowingFlags following;
  private final FlagInstance instance;
  private final JsonMapper json;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Connection connection;
  private volatile boolean running;

  FlagPush(FlagBroker broker, FollowingFlags following, FlagInstance instance, JsonMapper json) {
    this.broker = broker;
    this.following = following;
    this.instance = instance;
    this.json = json;
  }

  /** What the server sends to everybody. */
  record Changed(
      String environment, long version, @Nullable Instant changedAt, FlagDocument document) {}

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().daemon().name("flags-push").start(this::hearUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    stopped.countDown();
    Connection open = connection;
    if (open != null) {
      open.abort(1000);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Whether pushes are heard now, so that the exchanges are known to be there. */
  boolean hears() {
    Connection open = connection;
    return open != null && open.isOpen();
  }

  private void hearUntilStopped() {
    boolean said = false;
    while (running) {
      try {
        hearOnce();
        said = false;
      } catch (IOException | TimeoutException e) {
        if (running && !said) {
          log.warn("Flags are polled only until the broker is back: {}", e.toString());
        }
        said = true;
      }
      pause();
    }
  }

  /** Hears until the connection breaks. */
  private void hearOnce() throws IOException, TimeoutException {
    CountDownLatch broken = new CountDownLatch(1);
    try (Connection opened = broker.connect("flags of " + instance.instance());
        Channel channel = opened.createChannel()) {
      opened.addShutdownListener(_ -> broken.countDown());
      subscribe(channel);
      connection = opened;
      following.wake();
      broken.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    } catch (com.rabbitmq.client.AlreadyClosedException e) {
      log.debug("Closing what the broker has closed", e);
    } finally {
      connection = null;
    }
  }

  private void subscribe(Channel channel) throws IOException {
    broker.provideExchanges(channel);
    String queue = channel.queueDeclare().getQueue();
    channel.queueBind(queue, FlagBroker.CHANGED, "");
    channel.basicConsume(queue, true, (_, message) -> hear(message.getBody()), _ -> {});
  }

  private void hear(byte[] body) {
    try {
      following.hear(json.readValue(body, Changed.class).document());
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      log.warn("A flag message that can't be read is dropped: {}", e.toString());
    } catch (RuntimeException e) {
      log.error("A flag message broke on its way and is dropped; the poll heals it", e);
    }
  }

  private void pause() {
    try {
      if (running && stopped.await(PAUSE.toMillis(), MILLISECONDS)) {
        log.debug("No more pushes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
