package com.alexandrite.rollouts.local.job;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.local.EnvironmentFiles;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers metrics whose provider is {@code job}: the container's command runs as a process of this
 * machine, and its end is the verdict. A measurement finds its job by its name, so a console that
 * was killed goes on with the job that it left running.
 */
public final class JobMetricProvider implements MetricProvider {
  private static final String JOB_NAME = "job-name";
  private static final String OUTPUT = "output";
  private static final Duration SOON = Duration.ofMillis(200);

  private final JobFolders folders;
  private final EnvironmentFiles configuration;
  private final InstantSource clock;

  /**
   * @param folder with a folder for each job
   * @param configuration folder with {@code <ConfigMap or Secret>.env}
   */
  public JobMetricProvider(Path folder, Path configuration, InstantSource clock) {
    this.folders = new JobFolders(folder);
    this.configuration = new EnvironmentFiles(configuration);
    this.clock = clock;
  }

  @Override
  public Reading measure(MetricSpec metric) {
    return new Reading.Failure("a job can't be started without a name");
  }

  @Override
  public Reading measure(MetricSpec metric, String name) {
    String safe = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return asking(() -> {
      folders.forgetOldest();
      job(metric, safe).begin();
      return new Reading.InFlight(clock.instant().plus(SOON), Map.of(JOB_NAME, safe));
    });
  }

  @Override
  public Reading resume(MetricSpec metric, Measurement inFlight) {
    Instant now = clock.instant();
    return asking(() -> {
      LocalJob job = job(metric, name(inFlight));
      return switch (job.look(inFlight.startedAt(), now)) {
        case LocalJob.State.UnderWay(Instant until) ->
            new Reading.InFlight(nextLook(inFlight.startedAt(), now, until), inFlight.metadata());
        case LocalJob.State.Ended(boolean well, String why) ->
            new Reading.Verdict(
                well ? AnalysisPhase.SUCCESSFUL : AnalysisPhase.FAILED,
                why,
                withEvidence(inFlight, job));
      };
    });
  }

  @Override
  public Reading terminate(MetricSpec metric, Measurement inFlight) {
    return asking(() -> {
      LocalJob job = job(metric, name(inFlight));
      job.stop();
      return new Reading.Verdict(AnalysisPhase.INCONCLUSIVE, "", withEvidence(inFlight, job));
    });
  }

  /** Rarer the longer it takes: an hour's job is looked at every one and a half minutes. */
  private static Instant nextLook(Instant began, Instant now, @Nullable Instant until) {
    double elapsed = Math.max(0, Duration.between(began, now).toMillis() / 1000.0);
    Instant next = now.plus(SOON).plusMillis(Math.round(1000 * Math.sqrt(2 * elapsed)));
    return until != null && until.isBefore(next) ? until : next;
  }

  private LocalJob job(MetricSpec metric, String name) {
    if (!(metric.provider() instanceof ProviderSpec.Job manifest)) {
      throw new IllegalArgumentException("provider " + metric.provider().type() + " is no job");
    }
    return new LocalJob(folders.of(name), JobSpec.of(manifest, configuration::read));
  }

  private static String name(Measurement inFlight) {
    String name = inFlight.metadata().get(JOB_NAME);
    if (name == null) {
      throw new IllegalArgumentException("job metadata reference missing");
    }
    return name;
  }

  private static Map<String, String> withEvidence(Measurement inFlight, LocalJob job)
      throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>(inFlight.metadata());
    metadata.put(OUTPUT, job.evidence());
    return metadata;
  }

  private interface Question {
    Reading ask() throws IOException;
  }

  private static Reading asking(Question question) {
    try {
      return question.ask();
    } catch (IOException e) {
      return new Reading.Failure("the job can't be run on this machine: " + e);
    }
  }
}
