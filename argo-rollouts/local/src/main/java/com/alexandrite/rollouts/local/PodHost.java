package com.alexandrite.rollouts.local;

import com.alexandrite.environment.local.FreePorts;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.environment.process.Phase;
import com.alexandrite.environment.process.ProcessHost;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.environment.process.ProcessState;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The supervisor's processes seen as pods: starts and stops them, and lists those there are. */
final class PodHost {
  private final ProcessHost host;
  private final PodProcess process;
  private final InstantSource clock;
  private final FreePorts ports = new FreePorts();

  /** Asked for and perhaps not yet seen by the supervisor. */
  private final Map<String, ProcessSpec> asked = new HashMap<>();

  /** No longer wanted, still in the supervisor's list. */
  private final Set<String> stopped = new HashSet<>();

  PodHost(ProcessHost host, PodProcess process, InstantSource clock) {
    this.host = host;
    this.process = process;
    this.clock = clock;
  }

  /** All pods but those told to stop, by name. */
  Stream<Pod> all() {
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

  void start(String rollout, ReplicaSet replicaSet) {
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

  void stop(Pod pod) {
    host.unwant(pod.name());
    asked.remove(pod.name());
    stopped.add(pod.name());
  }

  /** Somebody else took a port of this pod while it was down: it gets others. */
  void mendPorts(Pod pod, PodTemplate template) {
    boolean lost =
        pod.phase() == Phase.BACKOFF
            && !(Ports.isFree(pod.port()) && Ports.isFree(pod.managementPort()));
    if (lost) {
      ask(withFreshPorts(pod), template);
    }
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
