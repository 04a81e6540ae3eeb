package com.alexandrite.flags.flagsmith;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagProvider;
import com.flagsmith.FlagsmithClient;
import com.flagsmith.config.FlagsmithConfig;
import com.flagsmith.config.Retry;
import com.flagsmith.flagengine.environments.EnvironmentModel;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the environment document of a Flagsmith with its unmodified Java client in local
 * evaluation. The client hands out what it fetched ({@code getEnvironment()}), which is turned into
 * our document, so that one evaluation decides whichever provider is chosen. Our own flag server
 * sends that document along, in a field that the client's model leaves out; so the text of the
 * answer is read where it passes the client's HTTP layer, instead of being fetched twice.
 *
 * <p>The client's traps: it fetches while it is built, so that is done by the first {@link #read};
 * it polls by itself, so its interval is a day, since whoever calls {@code read} polls; it would
 * try again without end after 413, 429 and 503, so it is told not to; it logs failures instead of
 * throwing them, so a read that brought no new environment is one.
 */
public final class FlagsmithProvider implements FlagProvider, AutoCloseable {
  private static final String OWN_FIELD = "alexandrite";
  private static final int NEVER = (int) Duration.ofDays(1).toSeconds();
  private static final Retry ONCE = new Retry(1, 0, 0f, 0f, Set.of());

  private final FlagsmithSettings settings;
  private final ForeignDocuments foreign;
  private final LastExchange exchange = new LastExchange();
  private final ReentrantLock reading = new ReentrantLock();
  private final FlagsmithConfig config;
  private @Nullable FlagsmithClient client;
  private @Nullable FlagDocument newest;

  /**
   * Does not connect yet.
   *
   * @throws IllegalArgumentException if the address or the key can't be one
   */
  public FlagsmithProvider(
      FlagsmithSettings settings, List<Flag<?>> catalogue, InstantSource clock) {
    this.settings = settings;
    this.foreign = new ForeignDocuments(catalogue, settings.environment(), clock);
    settings.serverKey();
    this.config =
        FlagsmithConfig.newBuilder()
            .baseUri(settings.address())
            .withLocalEvaluation(true)
            .withEnvironmentRefreshIntervalSeconds(NEVER)
            .retries(ONCE)
            .addHttpInterceptor(exchange)
            .build();
  }

  @Override
  public String name() {
    return "flagsmith";
  }

  @Override
  public FlagDocument read() throws IOException {
    reading.lock();
    try {
      FlagDocument read = document(fetched());
      FlagDocument before = newest;
      newest = before != null && before.version() > read.version() ? before : read;
      return newest;
    } finally {
      reading.unlock();
    }
  }

  @Override
  public FlagDocument pushed(FlagDocument document) throws IOException {
    return read();
  }

  /** Stops the client's threads. */
  @Override
  public void close() {
    reading.lock();
    try {
      if (client != null) {
        client.close();
        config.getHttpClient().dispatcher().executorService().shutdown();
        config.getHttpClient().connectionPool().evictAll();
      }
    } finally {
      reading.unlock();
    }
  }

  @SuppressWarnings(
      "ReferenceEquality") // Another object is a new answer, also when it says the same.
  private EnvironmentModel fetched() throws IOException {
    FlagsmithClient known = client;
    EnvironmentModel before = known == null ? null : known.getEnvironment();
    if (known == null) {
      // Fetches, too.
      known =
          FlagsmithClient.newBuilder()
              .setApiKey(settings.serverKey())
              .withConfiguration(config)
              .build();
      client = known;
    } else {
      known.updateEnvironment();
    }
    EnvironmentModel now = known.getEnvironment();
    if (now == null || now == before) {
      throw exchange.refusal(settings);
    }
    return now;
  }

  private FlagDocument document(EnvironmentModel environment) throws IOException {
    try {
      JsonNode own = JsonMapper.shared().readTree(exchange.body()).path(OWN_FIELD);
      return own.isObject()
          ? JsonMapper.shared().treeToValue(own, FlagDocument.class)
          : foreign.read(environment);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new IOException(
          "the flag source " + settings.address() + " sends a document that can't be read: " + e,
          e);
    }
  }
}
