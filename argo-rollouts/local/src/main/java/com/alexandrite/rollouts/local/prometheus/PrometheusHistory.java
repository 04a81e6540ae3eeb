package com.alexandrite.rollouts.local.prometheus;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Prometheus;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.backtest.PastMetrics;
import com.alexandrite.rollouts.local.http.SourceClients;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** What metrics were, as far as Prometheus keeps it. */
public final class PrometheusHistory implements PastMetrics {

  /** Failures of now, which say nothing of then. */
  private static final Set<String> AWAY = Set.of("unreachable", "timeout", "server_error");

  private final URI defaultServer;
  private final SourceClients clients = new SourceClients();

  /**
   * The history of a server.
   *
   * @param defaultServer asked for metrics without {@code address}
   */
  public PrometheusHistory(URI defaultServer) {
    this.defaultServer = defaultServer;
  }

  @Override
  public Answer at(MetricSpec metric, Instant time) {
    if (!(metric.provider() instanceof Prometheus)) {
      return new Answer.Unknown(
          "nobody keeps what %s was as a %s metric"
              .formatted(metric.name(), metric.provider().type()));
    }
    Reading reading =
        PrometheusMetricProvider.asOf(defaultServer, clients, InstantSource.fixed(time))
            .measure(metric);
    return reading instanceof Reading.Failure(String why) && AWAY.contains(why.split(":", 2)[0])
        ? new Answer.Unknown(why)
        : new Answer.Known(reading);
  }
}
