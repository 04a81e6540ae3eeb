package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.Phase;
import com.alexandrite.preview.Origin;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.Space;
import com.alexandrite.preview.life.Preview.Failed;
import com.alexandrite.preview.life.Preview.Served;
import com.alexandrite.preview.life.PreviewProcesses.Seen;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass over all previews: look at branches, uses and processes, decide, act. A pass that fails
 * is repeated; whatever it did before is found by the next one.
 */
final class PreviewLoop {

  private static final Logger log = LoggerFactory.getLogger(PreviewLoop.class);
  private static final String LOOP = "alexandrite";
  private static final int FEW_RESTARTS = 2;

  /** Uses are written down when they are this much later than the last one noted. */
  private static final Duration USE_GRAIN = Duration.ofSeconds(20);

  private final PreviewRecords records;
  private final PreviewTasks tasks;
  private final PreviewWork work;
  private final PreviewProcesses processes;
  private final BranchSource source;
  private final Baseline baseline;
  private final PreviewBuild build;
  private final Edge edge;
  private final Demand demand;
  private final PreviewLimits limits;
  private final PreviewRules rules;
  private final Admission admission;
  private final Function<PreviewName, Space> spaces;
  private final InstantSource clock;
  private final Map<String, Heads> resolved = new java.util.HashMap<>();

  PreviewLoop(
      PreviewRecords records,
      PreviewTasks tasks,
      PreviewWork work,
      PreviewProcesses processes,
      PreviewPorts ports,
      PreviewLimits limits,
      Function<PreviewName, Space> spaces) {
    this.records = records;
    this.tasks = tasks;
    this.work = work;
    this.processes = processes;
    this.source = ports.source();
    this.baseline = ports.baseline();
    this.build = ports.build();
    this.edge = ports.edge();
    this.demand = ports.demand();
    this.clock = ports.clock();
    this.limits = limits;
    this.rules = new PreviewRules(limits);
    this.admission = new Admission(limits);
    this.spaces = spaces;
  }

  /** One pass. */
  void pass() throws InterruptedException {
    if (records.all().isEmpty()) {
      return;
    }
    try {
      noteUses();
      Map<String, String> heads = source.heads();
      Map<PreviewName, Map<String, Seen>> seen = processes.look();
      Admission.Line line = line();
      for (Preview preview : records.all()) {
        one(preview, heads, line, seen.getOrDefault(preview.name(), Map.of()));
      }
      makeRoom(line);
    } catch (IOException e) {
      log.warn("this pass over the previews failed and is repeated: {}", e.toString());
    }
  }

  /** Who waits for memory now. */
  Admission.Line line() {
    return admission.line(awake());
  }

  private void noteUses() throws IOException {
    edge.lastUses()
        .forEach((name, at) ->
            records.change(
                name,
                preview ->
                    at.isAfter(preview.lastUsedAt().plus(USE_GRAIN)) ? preview.used(at) : preview));
  }

  private List<Preview> awake() {
    return records.all().stream()
        .filter(preview -> !preview.asleep() && preview.removing() == null)
        .filter(preview -> preview.failed() == null || preview.served() != null)
        .toList();
  }

  private void one(
      Preview preview, Map<String, String> heads, Admission.Line line, Map<String, Seen> seen)
      throws InterruptedException {
    try {
      Heads now = heads(preview, heads);
      Step step = rules.next(preview, now, line.placeOf(preview.name()), clock.instant());
      if (tasks.of(preview.name()).isPresent()) {
        overtake(preview, step);
        keepRunning(preview, seen);
      } else {
        noteBroken(preview, now);
        act(preview, step, now, seen);
      }
    } catch (IOException e) {
      log.warn("{}: this pass failed and is repeated: {}", preview.name(), e.toString());
    }
  }

  /** A later push, or a removal, breaks off what goes on for an earlier one. */
  private void overtake(Preview preview, Step step) {
    String subject = tasks.of(preview.name()).map(PreviewTasks.Task::subject).orElse("");
    boolean other =
        (step instanceof Step.Update update && !update.revision().equals(subject))
            || (step instanceof Step.Remove && !subject.equals("remove"));
    if (other) {
      tasks.cancel(preview.name());
    }
  }

  private void act(Preview preview, Step step, Heads heads, Map<String, Seen> seen)
      throws IOException {
    PreviewName name = preview.name();
    switch (step) {
      case Step.Remove remove -> {
        records.change(name, now -> now.removing(remove.why()));
        tasks.start(
            name,
            "remove",
            com.alexandrite.preview.Phase.REMOVING,
            task -> work.remove(name, task));
      }
      case Step.Update update -> {
        records.change(name, now -> now.queued(null).used(clock.instant()));
        keepRunning(preview, seen);
        tasks.start(
            name,
            update.revision(),
            com.alexandrite.preview.Phase.BUILDING,
            task -> work.update(preview, update.revision(), task));
      }
      case Step.Reset _ ->
          tasks.start(
              name,
              "reset",
              com.alexandrite.preview.Phase.PREPARING,
              task -> work.reset(preview, task));
      case Step.Sleep sleep -> {
        records.change(
            name,
            now -> now.sleeping().noting("fell asleep: " + sleep.why(), LOOP, clock.instant()));
        processes.stop(name);
      }
      case Step.Queue _ -> {
        if (!admission.canEverRun(preview)) {
          tooLarge(preview, heads);
        }
      }
      case Step.Run _ -> run(preview, seen);
      case Step.Rest _ -> {
        if (!seen.isEmpty()) {
          processes.stop(name);
        }
      }
    }
  }

  private void tooLarge(Preview preview, Heads heads) {
    String revision = heads instanceof Heads.At at ? at.revision() : "";
    long needed = (Math.max(1, preview.running().size()) * limits.bytesPerService()) >> 20;
    Problem problem =
        new Problem(
            "no-memory",
            "it needs about %d MB, and all previews together may use %d MB"
                .formatted(needed, limits.memoryBytes() >> 20),
            "choose a smaller depth, or give previews more with ALEXANDRITE_PREVIEW_MEMORY_MB");
    records.change(
        preview.name(),
        now -> now.queued(null).failing(new Failed(revision, problem, clock.instant())));
  }

  /** While something is built, what serves already goes on. */
  private void keepRunning(Preview preview, Map<String, Seen> seen) throws IOException {
    boolean builds =
        tasks
            .of(preview.name())
            .map(task -> task.phase() == com.alexandrite.preview.Phase.BUILDING)
            .orElse(true);
    if (builds && preview.served() != null && !preview.asleep() && preview.removing() == null) {
      processes.run(spaces.apply(preview.name()), versions(preview), seen);
    }
  }

  private void run(Preview preview, Map<String, Seen> seen) throws IOException {
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
      startDemanded(now);
    } else {
      broken(wanted).ifPresent(process -> cannotStart(now, process));
    }
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

  private void startDemanded(Preview preview) throws IOException {
    Served served = preview.served();
    if (served == null || preview.running().size() == Product.SERVICES.size()) {
      return;
    }
    for (String service : demand.waiting(spaces.apply(preview.name()))) {
      if (Product.SERVICES.contains(service) && !preview.running().contains(service)) {
        demand(preview, service);
        return;
      }
    }
  }

  /** Has a service of the baseline's version started in the preview. */
  void demand(Preview preview, String service) {
    tasks.start(
        preview.name(),
        "demand " + service,
        com.alexandrite.preview.Phase.WAKING,
        task -> work.demand(preview, service, task));
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

  private Heads heads(Preview preview, Map<String, String> heads)
      throws IOException, InterruptedException {
    List<String> revisions = new ArrayList<>();
    for (String branch : preview.branches()) {
      String head = heads.get(branch);
      if (head == null) {
        return new Heads.Gone(branch);
      }
      revisions.add(head);
    }
    if (revisions.size() == 1) {
      return new Heads.At(revisions.getFirst());
    }
    String key = String.join("+", revisions);
    Heads known = resolved.get(key);
    if (known == null) {
      known = merged(preview, key);
      resolved.put(key, known);
    }
    return known;
  }

  private Heads merged(Preview preview, String key) throws IOException, InterruptedException {
    try {
      return new Heads.At(source.resolve(preview.name(), preview.branches()));
    } catch (PreviewFailure e) {
      return new Heads.Broken(key, e.problem());
    }
  }

  private void noteBroken(Preview preview, Heads heads) {
    if (heads instanceof Heads.Broken broken && !isNoted(preview.failed(), broken)) {
      Failed failed = new Failed(broken.key(), broken.problem(), clock.instant());
      records.change(
          preview.name(),
          now -> now.failing(failed).noting(broken.problem().what(), LOOP, clock.instant()));
    }
  }

  private static boolean isNoted(@Nullable Failed failed, Heads.Broken broken) {
    return failed != null && failed.revision().equals(broken.key());
  }

  /** When somebody waits for memory, the one that is idle the longest gives its own. */
  private void makeRoom(Admission.Line line) throws IOException {
    Optional<PreviewName> yielding = admission.yields(awake(), line, clock.instant());
    if (yielding.isPresent() && tasks.of(yielding.get()).isEmpty()) {
      records.change(
          yielding.get(),
          now ->
              now.sleeping()
                  .noting("fell asleep: another one waited for memory", LOOP, clock.instant()));
      processes.stop(yielding.get());
    }
  }
}
