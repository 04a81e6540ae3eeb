package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.environment.process.Phase;
import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.environment.process.ProcessState;
import com.alexandrite.preview.Content;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.SchemaReport;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything around the life of previews, in memory and on a virtual clock: what survives a killed
 * console survives here too, and any call may die.
 */
final class World implements InstantSource, BranchSource, PreviewBuild, Edge, Baseline, Demand {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final Path home;
  final Map<String, String> heads = new ConcurrentHashMap<>(Map.of("main", "m1"));
  final Map<String, Integer> routes = new ConcurrentHashMap<>();
  final Map<PreviewName, Instant> uses = new ConcurrentHashMap<>();
  final Map<PreviewName, Preview> records = new ConcurrentHashMap<>();
  final Set<String> waiting = ConcurrentHashMap.newKeySet();
  final Set<String> broken = ConcurrentHashMap.newKeySet();
  final List<Shared> servers =
      List.of(new Shared("database"), new Shared("vhost"), new Shared("files"));
  final List<String> builds = new ArrayList<>();
  final AtomicInteger ports = new AtomicInteger(20_000);
  Depth depth = Depth.OVERLAY;
  Set<String> changed = Set.of("shop");
  volatile Instant now = Instant.parse("2026-11-25T08:00:00Z");

  private final AtomicInteger callsUntilDeath = new AtomicInteger(-1);
  private volatile boolean dead;

  World(Path home) {
    this.home = home;
  }

  /** The console as it is started, with what survived. */
  LivePreviews console(PreviewLimits limits) {
    return new LivePreviews(
        new LivePreviews.Setting(
            home,
            "ab12",
            "seed",
            new Addresses(8080),
            limits,
            _ -> new int[] {ports.getAndIncrement(), ports.getAndIncrement()},
            _ -> List.of(),
            Duration.ofMillis(10)),
        new PreviewPorts(
            new Store(),
            this,
            this,
            this,
            this,
            this,
            List.copyOf(servers),
            (_, _) -> {
              call();
              return SchemaReport.SAME;
            },
            _ -> List.<FlagDifference>of(),
            this));
  }

  /**
   * A call to something outside: the console may die right before it, and a dead one calls none.
   */
  void call() throws IOException {
    if (dead || (callsUntilDeath.get() >= 0 && callsUntilDeath.getAndDecrement() == 0)) {
      dead = true;
      throw new Killed();
    }
  }

  /** The next console lives for so many calls; negative for ever. */
  void liveFor(int calls) {
    callsUntilDeath.set(calls);
    dead = false;
  }

  boolean isDead() {
    return dead;
  }

  /** The console was killed here. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  void forward(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Map<String, String> heads() throws IOException {
    call();
    return new TreeMap<>(heads);
  }

  @Override
  public String resolve(PreviewName name, List<String> branches)
      throws PreviewFailure, IOException {
    call();
    List<String> revisions = new ArrayList<>();
    for (String branch : branches) {
      String head = heads.get(branch);
      if (head == null) {
        throw new PreviewFailure(
            new Problem("unknown-branch", "there is no branch " + branch, "git branch"));
      }
      revisions.add(head);
    }
    return String.join("-", revisions);
  }

  @Override
  public String subject(String revision) {
    return "subject of " + revision;
  }

  @Override
  public Built build(
      PreviewName name, String revision, @Nullable Depth forced, Consumer<String> progress)
      throws PreviewFailure, IOException {
    call();
    if (broken.contains(revision)) {
      throw new PreviewFailure(
          new Problem("build-failed", revision + " does not compile", "mend it"));
    }
    synchronized (builds) {
      builds.add(revision);
    }
    Map<String, Artifact> artifacts = new HashMap<>();
    changed.forEach(service -> artifacts.put(service, artifact(name, service, revision)));
    return new Built("m1", forced == null ? depth : forced, "because", artifacts, sources(name));
  }

  @Override
  public Artifact artifact(PreviewName name, String service, String version) {
    return new Artifact(service, version, "00", version, false, now, home);
  }

  @Override
  public Path sources(PreviewName name) {
    return home.resolve("previews/" + name + "/work");
  }

  @Override
  public String logTail(String process) {
    return "log of " + process;
  }

  @Override
  public int killStray() {
    return 0;
  }

  @Override
  public Map<String, Integer> routes() throws IOException {
    call();
    return new TreeMap<>(routes);
  }

  @Override
  public void route(String host, int port) throws IOException {
    call();
    routes.put(host, port);
  }

  @Override
  public void unroute(String host) throws IOException {
    call();
    routes.remove(host);
  }

  @Override
  public Map<PreviewName, Instant> lastUses() throws IOException {
    call();
    return Map.copyOf(uses);
  }

  @Override
  public Map<String, Artifact> live() {
    Map<String, Artifact> live = new HashMap<>();
    Product.SERVICES.forEach(
        service -> live.put(service, new Artifact(service, "7", "00", "m1", false, now, home)));
    return live;
  }

  @Override
  public Map<String, String> configuration(String service) {
    return Map.of("CONFIGURED", service);
  }

  @Override
  public Set<String> waiting(Space space) {
    return Set.copyOf(waiting);
  }

  /** The processes that run, by name. */
  Map<String, ProcessSpec> processes() {
    return new FileProcessHost(home).wanted();
  }

  /** A supervisor's round: what is wanted is in this phase, what is not is gone. */
  void supervise(Phase phase) {
    try {
      Path states = Files.createDirectories(home.resolve("processes/state"));
      Map<String, ProcessSpec> wanted = processes();
      Map<String, ProcessState> before = new FileProcessHost(home).observe();
      try (Stream<Path> files = Files.list(states)) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString().replace(".json", "");
          if (!wanted.containsKey(name)) {
            Files.delete(file);
          }
        }
      }
      for (ProcessSpec spec : wanted.values()) {
        ProcessState known = before.get(spec.name());
        if (known == null || known.phase() != phase || unheeded(known, phase)) {
          write(states, state(spec, phase));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean unheeded(ProcessState known, Phase phase) {
    return known.pid() == 0 && phase != Phase.BACKOFF;
  }

  private ProcessState state(ProcessSpec spec, Phase phase) {
    return new ProcessState(
        spec.name(),
        ProcessKind.SERVICE,
        phase == Phase.BACKOFF ? 0 : 4_000_000,
        1,
        "boot",
        phase,
        now,
        phase == Phase.BACKOFF ? 5 : 0,
        phase == Phase.BACKOFF ? "ended with code 1" : "",
        spec.labels(),
        null,
        spec.version(),
        spec.program());
  }

  private static void write(Path folder, ProcessState state) throws IOException {
    Path aside = Files.createTempFile(folder, "state", ".tmp");
    Files.write(aside, JSON.writeValueAsBytes(state));
    Files.move(
        aside,
        folder.resolve(state.name() + ".json"),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  /** Names of all previews that anything is left of, but records. */
  Set<PreviewName> leftovers() {
    Set<PreviewName> left = new HashSet<>();
    servers.forEach(server -> left.addAll(server.owners));
    processes().keySet().forEach(process -> Space.ofProcess(process).ifPresent(left::add));
    routes.keySet().forEach(host -> Hosts.previewOf(host).ifPresent(left::add));
    return left;
  }

  /** Records as a database keeps them. */
  private final class Store implements PreviewStore {
    private void surviving() {
      try {
        call();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<Preview> all() {
      return List.copyOf(records.values());
    }

    @Override
    public void save(Preview preview) {
      surviving();
      records.put(preview.name(), preview);
    }

    @Override
    public void erase(PreviewName name) {
      surviving();
      records.remove(name);
    }
  }

  /** A server in which each preview has something. */
  final class Shared implements PreviewResource {
    private final String kind;
    final AtomicInteger made = new AtomicInteger();
    final Set<PreviewName> owners = ConcurrentHashMap.newKeySet();
    final Map<PreviewName, Set<String>> services = new ConcurrentHashMap<>();

    Shared(String kind) {
      this.kind = kind;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public Set<PreviewName> found() throws IOException {
      call();
      return Set.copyOf(owners);
    }

    @Override
    public void make(Space space, Content content) throws IOException, PreviewFailure {
      call();
      if (!records.containsKey(space.name())) {
        throw new IllegalStateException(space.name() + " gets something without a record");
      }
      owners.add(space.name());
      made.incrementAndGet();
      services.put(space.name(), content.services());
      call();
      if (kind.equals("database") && broken.contains("migration of " + content.revision())) {
        throw new PreviewFailure(
            new Problem("migration-failed", "V2 of shop fails", "mend the migration"));
      }
      if (kind.equals("database") && broken.contains("disk")) {
        throw new IOException("ERROR: could not extend file: No space left on device");
      }
    }

    @Override
    public Map<String, String> variables(Space space, String service) {
      return Map.of(kind.toUpperCase(java.util.Locale.ROOT), space.database(service));
    }

    @Override
    public void remove(PreviewName name) throws IOException {
      call();
      owners.remove(name);
      call();
    }
  }
}
