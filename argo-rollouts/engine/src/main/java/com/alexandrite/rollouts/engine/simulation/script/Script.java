package com.alexandrite.rollouts.engine.simulation.script;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens around one release. All times are counted from it.
 *
 * @param release when it begins
 * @param image what is released; null = the manifest's image with another version
 * @param metrics the first that speaks of a metric answers for it
 * @param pods of revisions whose pods are not ready after two seconds for ever
 * @param operator what people do, in the order of time
 * @param limit where the simulation ends when the release does not
 */
public record Script(
    Instant release,
    @Nullable String image,
    List<MetricScript> metrics,
    List<PodScript> pods,
    List<OperatorStep> operator,
    Duration limit) {

  /** When a release begins where nothing else is said: a Thursday's midnight. */
  public static final Instant SOME_DAY = Instant.parse("2026-01-01T00:00:00Z");

  /** How long a release may take where nothing else is said. */
  public static final Duration A_DAY = Duration.ofDays(1);

  public Script {
    metrics = List.copyOf(metrics);
    pods = List.copyOf(pods);
    operator = List.copyOf(operator);
  }

  /** Nothing but metrics: pods come up, nobody intervenes. */
  public static Script of(Instant release, List<MetricScript> metrics) {
    return new Script(release, null, metrics, List.of(), List.of(), A_DAY);
  }
}
