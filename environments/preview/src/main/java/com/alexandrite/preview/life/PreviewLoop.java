package com.alexandrite.preview.life;

import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.Space;
import com.alexandrite.preview.life.Preview.Failed;
import com.alexandrite.preview.life.PreviewProcesses.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Uses are written down when they are this much later than the last one noted. */
  private static final Duration USE_GRAIN = Duration.ofSeconds(20);

  private final PreviewRecords records;
  private final PreviewTasks tasks;
  private final PreviewWork work;
  private final PreviewProcesses processes;
  private final BranchSource source;
  private final Edge edge;
  private final Demand demand;
  private final PreviewLimits limits;
  private final PreviewRules rules;
  private final Admission admission;
  private final Function<PreviewName, Space> spaces;
  private final InstantSource clock;
  private final BranchHeads branches;
  private final RunningServices services;

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
    this.edge = ports.edge();
    this.demand = ports.demand();
    this.clock = ports.clock();
    this.limits = limits;
    this.rules = new PreviewRules(limits);
    this.admission = new Admission(limits);
    this.spaces = spaces;
    this.branches = new BranchHeads(source);
    this.services = new RunningServices(records, processes, ports, limits, spaces);
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
      Heads now = branches.of(preview, heads);
      Step step = rules.next(preview, now, line.placeOf(preview.name()), clock.instant());
      if (tasks.of(preview.name()).isPresent()) {
        overtake(preview, step);
        keepRunning(preview, seen);
      } else {
        noteBroken(preview, now);
        act(preview, step, now, seen);
      }
    } catch (IOException | UncheckedIOException e) {
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
        tasks.start(name, "remove", Phase.REMOVING, task -> work.remove(name, task));
      }
      case Step.Update update -> {
        records.change(name, now -> now.queued(null).used(clock.instant()));
        keepRunning(preview, seen);
        tasks.start(
            name,
            update.revision(),
            Phase.BUILDING,
            task -> work.update(preview, update.revision(), task));
      }
      case Step.Reset _ ->
          tasks.start(name, "reset", Phase.PREPARING, task -> work.reset(preview, task));
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
      case Step.Run _ -> {
        if (services.run(preview, seen)) {
          startDemanded(preview.name());
        }
      }
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
        tasks.of(preview.name()).map(task -> task.phase() == Phase.BUILDING).orElse(true);
    if (builds && preview.served() != null && !preview.asleep() && preview.removing() == null) {
      services.keep(preview, seen);
    }
  }

  private void startDemanded(PreviewName name) throws IOException {
    Preview preview = records.find(name).orElse(null);
    if (preview == null
        || preview.served() == null
        || preview.running().size() == Product.SERVICES.size()) {
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
        Phase.WAKING,
        task -> work.demand(preview, service, task));
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
