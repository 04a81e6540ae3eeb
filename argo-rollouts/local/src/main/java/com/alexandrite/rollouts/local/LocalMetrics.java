package com.alexandrite.rollouts.local;

import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.local.http.SourceClients;
import com.alexandrite.rollouts.local.job.JobMetricProvider;
import com.alexandrite.rollouts.local.prometheus.PrometheusMetricProvider;
import com.alexandrite.rollouts.local.web.WebMetricProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Every metric provider that is executed on one machine; each metric asks its own. */
public final class LocalMetrics implements MetricProvider {
  private final MetricProvider prometheus;
  private final MetricProvider web;
  private final MetricProvider job;

  /**
   * @param defaultPrometheus asked by metrics without {@code address}
   * @param jobs folder with a folder for each job
   * @param configuration folder with {@code <ConfigMap or Secret>.env}
   */
  public LocalMetrics(URI defaultPrometheus, Path jobs, Path configuration, InstantSource clock) {
    SourceClients clients = new SourceClients();
    prometheus = new PrometheusMetricProvider(defaultPrometheus, clients, clock);
    web = new WebMetricProvider(clients);
    job = new JobMetricProvider(jobs, configuration, clock);
  }

  /** A provider that is none of these is refused by name, by whichever is asked. */
  private MetricProvider of(MetricSpec metric) {
    return switch (metric.provider()) {
      case ProviderSpec.Web _ -> web;
      case ProviderSpec.Job _ -> job;
      default -> prometheus;
    };
  }

  @Override
  public Reading measure(MetricSpec metric) {
    return of(metric).measure(metric);
  }

  @Override
  public Reading measure(MetricSpec metric, String name) {
    return of(metric).measure(metric, name);
  }

  @Override
  public Reading resume(MetricSpec metric, Measurement inFlight) {
    return of(metric).resume(metric, inFlight);
  }

  @Override
  public Reading terminate(MetricSpec metric, Measurement inFlight) {
    return of(metric).terminate(metric, inFlight);
  }

  @Override
  public Map<String, String> describe(MetricSpec metric) {
    return of(metric).describe(metric);
  }
}
