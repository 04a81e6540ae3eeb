package com.alexandrite.rollouts.local;

import com.alexandrite.environment.process.ProcessHost;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.port.Workload;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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

  private final PodHost host;
  private final InstantSource clock;
  private final Map<String, Instant> leaving = new HashMap<>();

  /** Of the leaving ones those that are replaced: never called back. */
  private final Set<String> evicted = new HashSet<>();

  /**
   * @param configuration folder with {@code <ConfigMap or Secret>.env}
   */
  public LocalWorkload(
      ProcessHost host, Programs programs, Path configuration, InstantSource clock) {
    this.host = new PodHost(host, new PodProcess(programs, configuration), clock);
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
      IntStream.range(back, missing).forEach(_ -> host.start(rollout, replicaSet));
    }
    dismiss(staying(rollout, replicaSet.hash()), -missing);
    staying(rollout, replicaSet.hash()).forEach(pod -> host.mendPorts(pod, replicaSet.template()));
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

  /** The oldest leave first; {@link #apply} starts others in their place. */
  @Override
  public void evict(String rollout, String hash, Instant createdBefore, int count) {
    staying(rollout, hash).stream()
        .filter(pod -> pod.createdAt().isBefore(createdBefore))
        .sorted(Comparator.comparing(Pod::createdAt).thenComparing(Pod::name))
        .limit(Math.max(0, count))
        .forEach(pod -> {
          evicted.add(pod.name());
          leaving.putIfAbsent(pod.name(), clock.instant());
        });
  }

  /** Every pod of a rollout, also those that leave, but not those already told to stop. */
  @Override
  public List<Pod> pods(String rollout) {
    return host.all().filter(pod -> pod.rollout().equals(rollout)).toList();
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
    host.stop(pod);
    leaving.remove(pod.name());
    evicted.remove(pod.name());
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
            .filter(pod -> !evicted.contains(pod.name()))
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
}
