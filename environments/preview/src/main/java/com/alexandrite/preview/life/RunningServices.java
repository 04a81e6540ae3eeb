package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.Phase;
import com.alexandrite.preview.Origin;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.Space;
import com.alexandrite.preview.life.Preview.Failed;
import com.alexandrite.preview.life.Preview.Served;
import com.alexandrite.preview.life.PreviewProcesses.Seen;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Lets the processes of a preview run, and notes when all of them answer or one never will. */
final class RunningServices {

  private static final String LOOP = "alexandrite";
  private static final int FEW_RESTARTS = 2;

  private final PreviewRecords records;
  private final PreviewProcesses processes;
  private final Baseline baseline;
  private final PreviewBuild build;
  private final PreviewLimits limits;
  private final Function<PreviewName, Space> spaces;
  private final InstantSource clock;

  RunningServices(
      PreviewRecords records,
      PreviewProcesses processes,
      PreviewPorts ports,
      PreviewLimits limits,
      Function<PreviewName, Space> spaces) {
    this.records = records;
    this.processes = processes;
    this.baseline = ports.baseline();
    this.build = ports.build();
    this.limits = limits;
    this.spaces = spaces;
    this.clock = ports.clock();
  }

  /** What serves goes on, whatever else happens. */
  void keep(Preview preview, Map<String, Seen> seen) throws IOException {
    processes.run(spaces.apply(preview.name()), versions(preview), seen);
  }

  /** Starts what is missing; true when all of them answer. */
  boolean run(Preview preview, Map<String, Seen> seen) throws IOException {
    PreviewName name = preview.name();
    Preview now = records.change(name, p -> p.queued(null)).orElse(preview);
    Map<String, LaunchSpec.Version> versions = versions(now);
    processes.run(spaces.apply(name), versions, seen);
    Map<String, Seen> wanted = new TreeMap<>();
    versions.forEach((service, version) -> {
      Seen process = seen.get(PreviewProcesses.process(spaces.apply(name), service, version));
      if (process != null) {
        wanted.put(service, process);
      }
    });
    if (wanted.size() == versions.size() && wanted.values().stream().allMatch(Seen::ready)) {
      records.change(name, p -> p.awake(latest(wanted)));
      return true;
    }
    broken(wanted).ifPresent(process -> cannotStart(now, process));
    return false;
  }

  /** When the last of them answered first. */
  private Instant latest(Map<String, Seen> ready) {
    return ready.values().stream()
        .map(Seen::since)
        .max(Instant::compareTo)
        .orElseGet(clock::instant);
  }

  /** A service that ends again and again, or never answers. */
  private Optional<Seen> broken(Map<String, Seen> wanted) {
    Instant patience = clock.instant().minus(limits.startLimit());
    return wanted.values().stream()
        .filter(process -> !process.ready())
        .filter(process ->
            process.restarts() > FEW_RESTARTS
                || process.phase() == Phase.FAILED
                || (process.phase() == Phase.STARTING && process.since().isBefore(patience)))
        .findFirst();
  }

  private void cannotStart(Preview preview, Seen process) {
    Served served = preview.served();
    if (served == null) {
      return;
    }
    Problem problem =
        new Problem(
            "service-does-not-start",
            process.service() + " does not start: " + process.message(),
            "./alexandrite preview logs " + preview.name() + " " + process.service(),
            build.logTail(process.process()));
    records.change(
        preview.name(),
        now ->
            now.sleeping()
                .failing(new Failed(served.revision(), problem, clock.instant()))
                .noting(problem.what(), LOOP, clock.instant()));
  }

  private Map<String, LaunchSpec.Version> versions(Preview preview) throws IOException {
    Served served = preview.served();
    Map<String, LaunchSpec.Version> versions = new TreeMap<>();
    if (served == null) {
      return versions;
    }
    Map<String, Artifact> live = baseline.live();
    for (String service : preview.running()) {
      String version = served.versions().get(service);
      if (version != null) {
        versions.put(
            service,
            new LaunchSpec.Version(
                Origin.BRANCH, build.artifact(preview.name(), service, version)));
      } else if (live.get(service) != null) {
        versions.put(
            service,
            new LaunchSpec.Version(
                Origin.BASELINE, java.util.Objects.requireNonNull(live.get(service))));
      }
    }
    return versions;
  }
}
