package com.alexandrite.rollouts.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rollouts of a cluster: what the watches last saw of them, and the means to steer them. */
public final class RolloutCluster implements AutoCloseable {
  private final KubernetesClient client;
  private final ClusterWatch watch;
  private final RolloutSteering steering;
  private final List<String> namespaces;

  private RolloutCluster(
      KubernetesClient client,
      ClusterWatch watch,
      RolloutSteering steering,
      List<String> namespaces) {
    this.client = client;
    this.watch = watch;
    this.steering = steering;
    this.namespaces = namespaces;
  }

  /**
   * Who is told of changes, from a thread that is not to be kept; several changes may be told as
   * one, and a change that was none may be told.
   */
  @FunctionalInterface
  public interface Listener {
    /** Something of this rollout has changed. */
    void changed(String namespace, String rollout);
  }

  /**
   * Begins to watch. It returns at once: a server that is away is asked again until it is there.
   *
   * @throws IllegalArgumentException if the kubeconfig can not be read or has no such context
   */
  public static RolloutCluster open(
      ClusterAddress address, InstantSource clock, Listener listener) {
    return open(ClusterConfig.of(address), address, clock, listener);
  }

  static RolloutCluster open(
      io.fabric8.kubernetes.client.Config config,
      ClusterAddress address,
      InstantSource clock,
      Listener listener) {
    KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
    var calls = new ClusterClient(client);
    List<String> namespaces = ClusterConfig.namespaces(address, config);
    var watch = new ClusterWatch(calls, namespaces, address.selector(), listener);
    watch.start();
    var steering = new RolloutSteering(calls, clock);
    return new RolloutCluster(client, watch, steering, namespaces);
  }

  /** The namespaces that are watched; {@value ClusterAddress#ALL} for all. */
  public List<String> namespaces() {
    return namespaces;
  }

  /** All rollouts with what belongs to them, by name and namespace. */
  public List<RolloutSight> rollouts() {
    return watch
        .rollouts()
        .sorted(
            Comparator.comparing((ClusterObject one) -> one.name())
                .thenComparing(ClusterObject::namespace))
        .map(watch::sight)
        .toList();
  }

  /** One rollout with what belongs to it; empty if the watches have not seen it. */
  public Optional<RolloutSight> rollout(String namespace, String name) {
    return watch.rollout(namespace, name).map(watch::sight);
  }

  /** How each of the watches stands. */
  public List<WatchState> watches() {
    return watch.states();
  }

  /** Whether all rollouts are known: until then there may be more of them. */
  public boolean isSynced() {
    return rolloutWatches().allMatch(WatchState::synced);
  }

  /** Whether changes arrive; while not, everything is as old as the last one. */
  public boolean isWatching() {
    return watches().stream().allMatch(WatchState::watching);
  }

  private Stream<WatchState> rolloutWatches() {
    return watches().stream().filter(state -> state.resource() == ClusterResource.ROLLOUTS);
  }

  /** The actions. */
  public RolloutSteering steering() {
    return steering;
  }

  @Override
  public void close() {
    watch.close();
    client.close();
  }
}
