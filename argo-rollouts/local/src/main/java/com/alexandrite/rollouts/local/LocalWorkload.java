package com.alexandrite.rollouts.local;

import com.alexandrite.environment.local.FreePorts;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.environment.process.Phase;
import com.alexandrite.environment.process.ProcessHost;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.environment.process.ProcessState;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.port.Workload;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pods as processes of the supervisor. The supervisor restarts a pod that dies; this class decides
 * how many there are, and lets a pod that is no longer wanted leave in good order: first
 * {@linkplain #isLeaving marked}, then drained by the router, then {@linkplain #stop stopped}.
 *
 * <p>Not safe for several threads: one loop owns a rollout.
 */
public final class LocalWorkload implements Workload, PodDirectory {
  /** Least useful first: those that go when there are too many. */
  private static final Comparator<Pod> LEAST_USEFUL =
      Comparator.comparing(Pod::ready)
          .thenComparing(Comparator.comparingInt(Pod::ordinal).reversed());

  private final ProcessHost host;
  private final PodProcess process;
  private final InstantSource clock;
  private final FreePorts ports = new FreePorts();

  /** Asked for and perhaps not yet seen by the supervisor. */
  private final Map<String, ProcessSpec> asked = new HashMap<>();

  /** No longer wanted, still in the supervisor's list. */
  private final Set<String> stopped = new HashSet<>();

  private final Map<String, Instant> leaving = new HashMap<>();

  /**
   * @param configuration folder with {@code <ConfigMap or Secret>.env}
   */
  public LocalWorkload(
      ProcessHost host, Programs programs, Path configuration, InstantSource clock) {
    this.host = host;
    this.process = new PodProcess(programs, configuration);
    this.clock = clock;
  }

  @Override
  public Map<String, ReplicaCounts> observe(String rollout) {
    Map<String, List<Pod>> byHash =
        pods(rollout).stream()
            .filter(pod -> !isLeaving(pod))
            .collect(Collectors.groupingBy(Pod::hash));
    Map<String, ReplicaCounts> counts = new TreeMap<>();
    byHash.forEach((hash, pods) -> counts.put(hash, count(pods, clock.instant())));
    return counts;
  }

  private static ReplicaCounts count(List<Pod> pods, Instant now) {
    return new ReplicaCounts(
        pods.size(),
        (int) pods.stream().filter(Pod::ready).count(),
        (int) pods.stream().filter(pod -> pod.available(now)).count(),
        pods.stream().map(Pod::createdAt).toList());
  }

  @Override
  public void apply(String rollout, ReplicaSet replicaSet) {
    int missing = replicaSet.replicas() - staying(rollout, replicaSet.hash()).size();
    if (missing > 0) {
      int back = callBack(rollout, replicaSet.hash(), missing);
      IntStream.range(back, missing).forEach(_ -> start(rollout, replicaSet));
    }
    dismiss(staying(rollout, replicaSet.hash()), -missing);
    staying(rollout, replicaSet.hash()).stream()
        .filter(LocalWorkload::lostItsPort)
        .forEach(pod -> ask(withFreshPorts(pod), replicaSet.template()));
  }

  @Override
  public void delete(String rollout, String hash) {
    dismiss(staying(rollout, hash), Integer.MAX_VALUE);
  }

  /** Pods of revisions that nobody knows any more go too. */
  public void keepOnly(String rollout, Set<String> hashes) {
    dismiss(
        pods(rollout).stream().filter(pod -> !hashes.contains(pod.hash())).toList(),
        Integer.MAX_VALUE);
  }

  @Override
  public void evict(String rollout, String hash, Instant createdBefore, int count) {
    List<Pod> old =
        staying(rollout, hash).stream()
            .filter(pod -> pod.createdAt().isBefore(createdBefore))
            .toList();
    dismiss(old, count);
  }

  /** Every pod of a rollout, also those that leave, but not those already told to stop. */
  @Override
  public List<Pod> pods(String rollout) {
    return all().filter(pod -> pod.rollout().equals(rollout)).toList();
  }

  /** Whether the pod is to get no new requests, as it will be stopped. */
  @Override
  public boolean isLeaving(Pod pod) {
    return leaving.containsKey(pod.name());
  }

  /**
   * Stops the leaving pods that have nothing more to do, and those that left longer ago than the
   * given time.
   */
  public void stop(String rollout, Predicate<Pod> idle, Instant leftBefore) {
    pods(rollout).stream()
        .filter(this::isLeaving)
        .filter(pod -> idle.test(pod) || leftSince(pod).isBefore(leftBefore))
        .forEach(this::stop);
  }

  private Instant leftSince(Pod pod) {
    return leaving.getOrDefault(pod.name(), Instant.MAX);
  }

  private void stop(Pod pod) {
    host.unwant(pod.name());
    asked.remove(pod.name());
    leaving.remove(pod.name());
    stopped.add(pod.name());
  }

  private Stream<Pod> all() {
    Map<String, ProcessState> observed = host.observe();
    stopped.retainAll(observed.keySet());
    asked.keySet().removeAll(observed.keySet());
    List<Pod> pods = new ArrayList<>();
    observed.values().stream()
        .filter(state -> Pod.isPod(state.labels()) && state.phase() != Phase.STOPPING)
        .filter(state -> !stopped.contains(state.name()))
        .forEach(state -> pods.add(Pod.observed(state)));
    asked.values().forEach(spec -> pods.add(Pod.asked(spec)));
    return pods.stream().sorted(Comparator.comparing(Pod::name));
  }

  private List<Pod> staying(String rollout, String hash) {
    return pods(rollout).stream()
        .filter(pod -> pod.hash().equals(hash) && !isLeaving(pod))
        .toList();
  }

  private int callBack(String rollout, String hash, int most) {
    List<Pod> back =
        pods(rollout).stream()
            .filter(pod -> pod.hash().equals(hash) && isLeaving(pod) && pod.ready())
            .limit(most)
            .toList();
    back.forEach(pod -> leaving.remove(pod.name()));
    return back.size();
  }

  private void dismiss(List<Pod> pods, int surplus) {
    pods.stream()
        .sorted(LEAST_USEFUL)
        .limit(Math.max(0, surplus))
        .forEach(pod -> leaving.putIfAbsent(pod.name(), clock.instant()));
  }

  private void start(String rollout, ReplicaSet replicaSet) {
    int ordinal = freeOrdinal(rollout, replicaSet.hash());
    String name = rollout + "-" + replicaSet.hash() + "-" + ordinal;
    int[] free = ports.takeTwo(promisedPorts());
    Instant now = clock.instant();
    var pod =
        new Pod(
            name,
            rollout,
            replicaSet.hash(),
            "",
            ordinal,
            free[0],
            free[1],
            replicaSet.minReadySeconds(),
            now,
            Phase.STARTING,
            now);
    ask(pod, replicaSet.template());
  }

  private void ask(Pod pod, PodTemplate template) {
    ProcessSpec spec = process.specify(pod, template);
    host.want(spec);
    asked.put(spec.name(), spec);
  }

  /** Ordinals of processes that still end are not free: the same name would revive them. */
  private int freeOrdinal(String rollout, String hash) {
    Set<String> taken = new HashSet<>(host.observe().keySet());
    taken.addAll(asked.keySet());
    return IntStream.iterate(0, i -> i + 1)
        .filter(i -> !taken.contains(rollout + "-" + hash + "-" + i))
        .findFirst()
        .orElseThrow();
  }

  private Set<Integer> promisedPorts() {
    return all()
        .flatMap(pod -> Stream.of(pod.port(), pod.managementPort()))
        .collect(Collectors.toSet());
  }

  private static boolean lostItsPort(Pod pod) {
    return pod.phase() == Phase.BACKOFF
        && !(Ports.isFree(pod.port()) && Ports.isFree(pod.managementPort()));
  }

  private Pod withFreshPorts(Pod pod) {
    int[] free = ports.takeTwo(promisedPorts());
    return new Pod(
        pod.name(),
        pod.rollout(),
        pod.hash(),
        pod.version(),
        pod.ordinal(),
        free[0],
        free[1],
        pod.minReadySeconds(),
        pod.createdAt(),
        Phase.STARTING,
        clock.instant());
  }
}
