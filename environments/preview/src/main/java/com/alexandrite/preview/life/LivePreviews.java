package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.PreviewView;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All previews of one platform, with the loop that keeps them. */
public final class LivePreviews implements PreviewDesk, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LivePreviews.class);
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
  private final PreviewRounds rounds;
  private final Visits visits;
  private final PreviewRequests requests;

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
    this.rounds =
        new PreviewRounds(
            loop,
            sweep,
            ports.build(),
            new FlagComparison(records, ports.flags(), spaces),
            clock,
            setting.beat());
    this.requests = new PreviewRequests(records, ports.source(), clock);
    this.visits = new Visits(records, processes, loop, rounds, clock);
  }

  /** Begins to look after them. */
  public void start() {
    rounds.start();
  }

  /** Stops looking; what runs goes on. */
  @Override
  public void close() {
    try {
      tasks.stop(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    rounds.close();
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
    rounds.wake();
  }

  @Override
  public Overview overview() {
    List<PreviewView> all = views(records.all());
    long used = all.stream().mapToLong(PreviewView::memoryBytes).sum();
    return new Overview(all, sweep.left(), used, limits.memoryBytes());
  }

  @Override
  public Optional<PreviewView> find(String name) {
    return records.named(name).map(preview -> views(List.of(preview)).getFirst());
  }

  private List<PreviewView> views(List<Preview> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
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

  @Override
  public PreviewView create(Request request) throws PreviewFailure {
    PreviewName name = requests.take(request);
    rounds.wake();
    return find(name.value()).orElseThrow();
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
    Optional<Preview> found = records.named(name);
    if (found.isEmpty()) {
      return false;
    }
    boolean changed = records.change(found.get().name(), change).isPresent();
    rounds.wake();
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
    rounds.wake();
  }

  @Override
  public void visited(String name, String service) {
    visits.note(name, service);
  }

  @Override
  public Optional<Integer> awaitService(String name, String service, Duration limit)
      throws InterruptedException {
    return visits.await(name, service, limit);
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
