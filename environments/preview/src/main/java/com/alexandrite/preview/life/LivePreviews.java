package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.Space;
import com.alexandrite.preview.life.PreviewProcesses.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All previews of one platform, with the loop that keeps them. */
public final class LivePreviews implements PreviewDesk, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LivePreviews.class);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(20);
  private static final Duration FLAGS_EVERY = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final PreviewPorts ports;
  private final PreviewRecords records;
  private final PreviewTasks tasks;
  private final PreviewProcesses processes;
  private final PreviewLoop loop;
  private final PreviewViews views;
  private final OrphanSweep sweep;
  private final PreviewLimits limits;
  private final Function<PreviewName, Space> spaces;
  private final InstantSource clock;
  private final Duration beat;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean running = true;
  private final Thread thread;

  /**
   * What it is told of the machine.
   *
   * @param home of the platform
   * @param installation keeps two platforms on one server apart: hex digits
   * @param seed what the previews' passwords are made from
   * @param twoPorts chooses two free ports that are not among the given ones
   * @param accounts who may sign in to a preview
   * @param beat time between two passes
   */
  public record Setting(
      Path home,
      String installation,
      String seed,
      Addresses addresses,
      PreviewLimits limits,
      Function<Set<Integer>, int[]> twoPorts,
      Function<PreviewName, List<PreviewView.DemoAccount>> accounts,
      Duration beat) {
    @Override
    public String toString() {
      return "Setting[home=" + home + ", installation=" + installation + "]";
    }
  }

  /** Reads the records; nothing happens before {@link #start}. */
  public LivePreviews(Setting setting, PreviewPorts ports) {
    this.ports = ports;
    this.clock = ports.clock();
    this.beat = setting.beat();
    this.limits = setting.limits();
    this.spaces = name -> new Space(setting.installation(), name, setting.seed());
    this.records = new PreviewRecords(ports.store());
    this.tasks = new PreviewTasks(name -> changed(name));
    FileProcessHost host = new FileProcessHost(setting.home());
    PreviewLaunch launch =
        new PreviewLaunch(
            host,
            ports.baseline(),
            ports.resources(),
            setting.addresses(),
            this::branchesOf,
            setting.twoPorts(),
            setting.home(),
            clock);
    this.processes = new PreviewProcesses(host, ports.edge(), launch);
    PreviewWork work =
        new PreviewWork(
            records,
            ports.source(),
            ports.build(),
            ports.resources(),
            processes,
            ports.schema(),
            spaces,
            clock);
    this.loop = new PreviewLoop(records, tasks, work, processes, ports, limits, spaces);
    this.views = new PreviewViews(setting.addresses(), limits, setting.accounts());
    List<PreviewResource> swept = new ArrayList<>(List.of(processes));
    swept.addAll(ports.resources());
    this.sweep = new OrphanSweep(swept, this::known);
    this.thread = Thread.ofPlatform().name("previews").daemon().unstarted(this::loop);
  }

  /** Begins to look after them. */
  public void start() {
    thread.start();
  }

  /** Stops looking; what runs goes on. */
  @Override
  public void close() {
    running = false;
    wakes.release();
    try {
      tasks.stop(STOP_LIMIT);
      thread.join(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    Instant swept = Instant.EPOCH;
    Instant compared = Instant.EPOCH;
    try {
      killStrayBuilds();
      while (running) {
        safely("pass", loop::pass);
        Instant now = clock.instant();
        if (!swept.plus(SWEEP_EVERY).isAfter(now)) {
          safely("sweep", sweep::run);
          swept = now;
        }
        if (!compared.plus(FLAGS_EVERY).isAfter(now)) {
          safely("flags", this::compareFlags);
          compared = now;
        }
        if (wakes.tryAcquire(beat.toMillis(), TimeUnit.MILLISECONDS)) {
          wakes.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A part of a pass. */
  private interface Part {
    void run() throws InterruptedException;
  }

  private static void safely(String what, Part part) throws InterruptedException {
    try {
      part.run();
    } catch (RuntimeException e) {
      log.error("The {} over the previews broke and is repeated", what, e);
    }
  }

  private void killStrayBuilds() {
    try {
      int ended = ports.build().killStray();
      if (ended > 0) {
        log.info("ended {} processes of builds that an earlier console left", ended);
      }
    } catch (IOException e) {
      log.warn("builds that an earlier console left can't be looked for", e);
    }
  }

  private void compareFlags() {
    for (Preview preview : records.all()) {
      if (preview.served() != null && preview.removing() == null) {
        try {
          var differences = ports.flags().of(spaces.apply(preview.name()));
          records.change(preview.name(), now -> now.differing(differences));
        } catch (IOException e) {
          log.warn("{}: its flags can't be compared now: {}", preview.name(), e.toString());
        }
      }
    }
  }

  private Set<PreviewName> known() {
    return records.all().stream().map(Preview::name).collect(Collectors.toSet());
  }

  private String branchesOf(Space space) {
    return records
        .find(space.name())
        .map(preview -> String.join(" + ", preview.branches()))
        .orElse(space.name().value());
  }

  private void changed(PreviewName name) {
    records.tell(name);
    wakes.release();
  }

  @Override
  public Overview overview() {
    List<PreviewView> all = views(records.all());
    long used = all.stream().mapToLong(PreviewView::memoryBytes).sum();
    return new Overview(all, sweep.left(), used, limits.memoryBytes());
  }

  @Override
  public Optional<PreviewView> find(String name) {
    return record(name).map(preview -> views(List.of(preview)).getFirst());
  }

  private List<PreviewView> views(List<Preview> wanted) {
    Map<PreviewName, Map<String, Seen>> seen = processes.look();
    Admission.Line line = loop.line();
    Map<String, Artifact> live = live();
    return wanted.stream()
        .map(preview ->
            views.of(
                preview,
                tasks.of(preview.name()),
                line.placeOf(preview.name()),
                seen.getOrDefault(preview.name(), Map.of()),
                live))
        .toList();
  }

  private Map<String, Artifact> live() {
    try {
      return ports.baseline().live();
    } catch (IOException e) {
      log.warn("the baseline's versions can't be read now: {}", e.toString());
      return Map.of();
    }
  }

  private Optional<Preview> record(String name) {
    return records.all().stream().filter(one -> one.name().value().equals(name)).findFirst();
  }

  @Override
  public PreviewView create(Request request) throws PreviewFailure {
    Optional<Preview> existing =
        records.all().stream()
            .filter(preview -> preview.branches().equals(request.branches()))
            .findFirst();
    PreviewName name = existing.map(Preview::name).orElseGet(() -> freeName(request.branches()));
    String revision = resolve(name, request.branches());
    Instant now = clock.instant();
    if (existing.isEmpty()) {
      records.add(Preview.begin(name, request.branches(), request.depth(), request.actor(), now));
    } else if (existing.get().removing() != null) {
      throw new PreviewFailure(
          new Problem(
              "being-removed",
              "preview " + name + " is just being removed",
              "ask again in a few seconds"));
    } else {
      records.change(
          name,
          preview ->
              preview
                  .again(revision, request.depth(), now)
                  .noting("asked for again", request.actor(), now));
    }
    wakes.release();
    return find(name.value()).orElseThrow();
  }

  private PreviewName freeName(List<String> branches) {
    PreviewName plain = PreviewName.of(branches);
    return records.find(plain).isPresent() ? PreviewName.distinct(branches) : plain;
  }

  private String resolve(PreviewName name, List<String> branches) throws PreviewFailure {
    try {
      return ports.source().resolve(name, branches);
    } catch (IOException e) {
      throw new PreviewFailure(
          new Problem(
              "git",
              "git does not answer: " + e.getMessage(),
              "look at the checkout with git status"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PreviewFailure(new Problem("interrupted", "the console is stopping", "ask again"));
    }
  }

  @Override
  public boolean delete(String name, String actor) {
    return change(name, preview -> preview.removing("deleted by " + actor));
  }

  @Override
  public boolean reset(String name, String actor) {
    Instant now = clock.instant();
    return change(
        name,
        preview -> preview.resetting(true).used(now).noting("reset was asked for", actor, now));
  }

  @Override
  public boolean sleep(String name, String actor) {
    Instant now = clock.instant();
    return change(name, preview -> preview.sleeping().noting("put to sleep", actor, now));
  }

  @Override
  public boolean pin(String name, boolean pinned, String actor) {
    Instant now = clock.instant();
    return change(
        name, preview -> preview.pinned(pinned).noting(pinned ? "pinned" : "unpinned", actor, now));
  }

  @Override
  public boolean verdict(String name, PreviewView.Verdict verdict) {
    return change(name, preview -> preview.verdict(verdict));
  }

  private boolean change(String name, java.util.function.UnaryOperator<Preview> change) {
    Optional<Preview> found = record(name);
    if (found.isEmpty()) {
      return false;
    }
    boolean changed = records.change(found.get().name(), change).isPresent();
    wakes.release();
    return changed;
  }

  @Override
  public void pushed(String branch) {
    Instant now = clock.instant();
    for (Preview preview : records.all()) {
      if (preview.branches().contains(branch)) {
        records.change(preview.name(), one -> one.used(now));
      }
    }
    wakes.release();
  }

  @Override
  public void visited(String name, String service) {
    Optional<Preview> found = record(name);
    Optional<String> of = Product.ofSite(service);
    if (found.isEmpty() || of.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Preview preview =
        records.change(found.get().name(), one -> woken(one, now)).orElse(found.get());
    if (preview.served() != null
        && preview.awakening() == null
        && preview.removing() == null
        && !preview.asleep()
        && !preview.running().contains(of.get())) {
      loop.demand(preview, of.get());
    }
    wakes.release();
  }

  /** A preview that cannot run is not woken by visitors, only by a push or its owner. */
  private static Preview woken(Preview preview, Instant now) {
    boolean wakes = preview.asleep() && preview.failed() == null && preview.removing() == null;
    return wakes ? preview.waking(now).queued(now) : preview.used(now);
  }

  @Override
  public Optional<Integer> awaitService(String name, String service, Duration limit)
      throws InterruptedException {
    Instant end = clock.instant().plus(limit);
    Optional<String> of = Product.ofSite(service);
    while (of.isPresent()) {
      visited(name, service);
      Optional<Integer> port = answering(name, of.get());
      Optional<Preview> preview = record(name);
      boolean hopeless =
          preview.isEmpty() || (preview.get().failed() != null && preview.get().asleep());
      if (port.isPresent() || hopeless || clock.instant().isAfter(end)) {
        return port;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
    }
    return Optional.empty();
  }

  private Optional<Integer> answering(String name, String service) {
    return record(name)
        .flatMap(preview ->
            PreviewProcesses.answering(
                service, processes.look().getOrDefault(preview.name(), Map.of())));
  }

  @Override
  public void onChange(Consumer<String> listener) {
    records.onChange(listener);
  }

  /** How many things without an owner were removed since the start. */
  public long orphansRemoved() {
    return sweep.removedSoFar();
  }

  @Override
  public List<String> branches() {
    try {
      return List.copyOf(ports.source().heads().keySet());
    } catch (IOException e) {
      log.warn("the branches can't be listed: {}", e.toString());
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
