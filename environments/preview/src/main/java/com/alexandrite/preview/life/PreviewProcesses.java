package com.alexandrite.preview.life;

import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.environment.process.Phase;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.environment.process.ProcessState;
import com.alexandrite.environment.process.Waiting;
import com.alexandrite.preview.Content;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The processes of previews, and the routes to them. A service whose version changes runs twice for
 * a moment: the earlier one serves until the later one answers.
 */
final class PreviewProcesses implements PreviewResource {

  static final String SERVICE = "service";
  static final String PREVIEW = "preview";
  static final String PORT = "http-port";
  static final String CREATED_AT = "created-at";

  private static final Duration END = Duration.ofSeconds(10);

  private final FileProcessHost host;
  private final Edge edge;
  private final LaunchSpec launch;

  PreviewProcesses(FileProcessHost host, Edge edge, LaunchSpec launch) {
    this.host = host;
    this.edge = edge;
    this.launch = launch;
  }

  /**
   * A process as it is seen.
   *
   * @param port that requests go to
   */
  record Seen(
      String process,
      String service,
      Instant wantedSince,
      Phase phase,
      Instant since,
      int port,
      long pid,
      int restarts,
      String message) {
    boolean ready() {
      return phase == Phase.READY;
    }
  }

  /** All wanted processes of all previews. */
  Map<PreviewName, Map<String, Seen>> look() {
    Map<String, ProcessState> states = host.observe();
    Map<PreviewName, Map<String, Seen>> all = new HashMap<>();
    for (ProcessSpec spec : host.wanted().values()) {
      Space.ofProcess(spec.name())
          .ifPresent(name ->
              all.computeIfAbsent(name, _ -> new HashMap<>())
                  .put(spec.name(), seen(spec, states.get(spec.name()))));
    }
    return all;
  }

  private static Seen seen(ProcessSpec spec, @Nullable ProcessState state) {
    Map<String, String> labels = spec.labels();
    Instant wanted = Instant.parse(labels.getOrDefault(CREATED_AT, Instant.EPOCH.toString()));
    return new Seen(
        spec.name(),
        labels.getOrDefault(SERVICE, ""),
        wanted,
        state == null ? Phase.STARTING : state.phase(),
        state == null ? wanted : state.since(),
        Integer.parseInt(labels.getOrDefault(PORT, "0")),
        state == null ? 0 : state.pid(),
        state == null ? 0 : state.restarts(),
        state == null ? "" : state.message());
  }

  /**
   * These services run in these versions, and no other process of the preview does.
   *
   * @param seen its processes, as last looked at
   */
  void run(Space space, Map<String, LaunchSpec.Version> wanted, Map<String, Seen> seen)
      throws IOException {
    Map<String, String> names = new HashMap<>();
    for (var service : wanted.entrySet()) {
      String process = process(space, service.getKey(), service.getValue());
      names.put(service.getKey(), process);
      if (!seen.containsKey(process)) {
        host.want(launch.spec(space, process, service.getKey(), service.getValue()));
      }
    }
    seen.values().stream()
        .filter(process -> isReplaced(process, names.get(process.service()), seen))
        .forEach(process -> host.unwant(process.process()));
    route(space, seen, names.keySet());
  }

  /** Whether nothing needs this process: no such service is wanted, or its successor answers. */
  private static boolean isReplaced(Seen process, @Nullable String wanted, Map<String, Seen> seen) {
    if (wanted == null) {
      return true;
    }
    Seen successor = seen.get(wanted);
    return !process.process().equals(wanted) && successor != null && successor.ready();
  }

  private void route(Space space, Map<String, Seen> seen, Set<String> services) throws IOException {
    Map<String, Integer> routes = edge.routes();
    for (String service : Product.SITES) {
      Optional<Integer> port =
          services.contains(service) ? answering(service, seen) : Optional.empty();
      String address = Hosts.host(service, space.name());
      if (port.isPresent() && !port.get().equals(routes.get(address))) {
        edge.route(address, port.get());
      } else if (port.isEmpty() && routes.containsKey(address)) {
        edge.unroute(address);
      }
    }
  }

  /** Port of the latest process of the service that answers. */
  static Optional<Integer> answering(String service, Map<String, Seen> seen) {
    return seen.values().stream()
        .filter(process -> process.service().equals(service) && process.ready())
        .max(java.util.Comparator.comparing(Seen::wantedSince))
        .map(Seen::port);
  }

  /** No process of the preview is wanted any more, and no request reaches one. */
  void stop(PreviewName name) throws IOException {
    for (String address : edge.routes().keySet()) {
      if (Hosts.previewOf(address).equals(Optional.of(name))) {
        edge.unroute(address);
      }
    }
    all().getOrDefault(name, Set.of()).forEach(host::unwant);
  }

  static String process(Space space, String service, LaunchSpec.Version version) {
    return space.process(service) + "." + version.label();
  }

  @Override
  public String kind() {
    return "process";
  }

  @Override
  public boolean isData() {
    return false;
  }

  /** Those with a process, wanted or still ending, or with a route. */
  @Override
  public Set<PreviewName> found() throws IOException {
    Set<PreviewName> found = new HashSet<>(all().keySet());
    found.addAll(
        edge.routes().keySet().stream()
            .flatMap(address -> Hosts.previewOf(address).stream())
            .collect(Collectors.toSet()));
    return found;
  }

  /** Processes are made by {@link #run}. */
  @Override
  public void make(Space space, Content content) {
    // Nothing waits here: what shall run is decided with every pass of the loop.
  }

  @Override
  public Map<String, String> variables(Space space, String service) {
    return Map.of();
  }

  @Override
  public void remove(PreviewName name) throws IOException {
    stop(name);
    if (!Waiting.until(() -> !all().containsKey(name), END)) {
      throw new IOException("processes of preview " + name + " do not end: " + all().get(name));
    }
  }

  private Map<PreviewName, Set<String>> all() {
    Map<PreviewName, Set<String>> all = new HashMap<>();
    Set<String> names = new HashSet<>(host.wanted().keySet());
    names.addAll(host.observe().keySet());
    for (String process : names) {
      Space.ofProcess(process)
          .ifPresent(name -> all.computeIfAbsent(name, _ -> new TreeSet<>()).add(process));
    }
    return all;
  }
}
