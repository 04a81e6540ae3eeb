package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.model.Data;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The objects of one kind in one namespace, kept up to date. The library lists, watches, reconnects
 * and lists again when the server has forgotten where the watch stood; it never gives up.
 */
final class ResourceWatch implements AutoCloseable {
  static final List<ClusterResource> WATCHED =
      List.of(
          ClusterResource.ROLLOUTS,
          ClusterResource.REPLICA_SETS,
          ClusterResource.PODS,
          ClusterResource.ANALYSIS_RUNS,
          ClusterResource.EXPERIMENTS);

  private static final Logger log = LoggerFactory.getLogger(ResourceWatch.class);
  private static final Duration RESYNC = Duration.ofMinutes(10);
  private static final String OWNER = "owner";

  private final ClusterClient client;
  private final ClusterResource resource;
  private final String namespace;
  private final SharedIndexInformer<GenericKubernetesResource> informer;
  private volatile @Nullable String failure;
  private volatile boolean closed;

  ResourceWatch(
      ClusterClient client,
      ClusterResource resource,
      String namespace,
      String selector,
      Consumer<ClusterObject> changed) {
    this.client = client;
    this.resource = resource;
    this.namespace = namespace;
    var all = client.all(resource);
    var objects =
        namespace.equals(ClusterAddress.ALL) ? all.inAnyNamespace() : all.inNamespace(namespace);
    var selected = selector.isEmpty() ? objects : objects.withLabelSelector(selector);
    this.informer =
        selected
            .runnableInformer(RESYNC.toMillis())
            .addIndexers(Map.of(OWNER, ResourceWatch::owners))
            .addEventHandler(new Changes(changed))
            .exceptionHandler(this::again);
  }

  void start() {
    var _ = informer.start();
  }

  /** Also what is forbidden is asked for again: the role may come later. */
  private boolean again(boolean started, Throwable why) {
    if (closed) {
      return false;
    }
    String reason = ClusterFailures.reason(why);
    if (!reason.equals(failure)) {
      log.warn("{} in {} can not be watched: {}", resource.plural(), namespace, reason);
    }
    failure = reason;
    return true;
  }

  ClusterResource resource() {
    return resource;
  }

  Stream<ClusterObject> all() {
    return informer.getStore().list().stream().map(client::plain);
  }

  Optional<ClusterObject> get(String inNamespace, String name) {
    return Optional.ofNullable(
            informer.getStore().getByKey(Cache.namespaceKeyFunc(inNamespace, name)))
        .map(client::plain);
  }

  Stream<ClusterObject> controlledBy(ClusterObject owner) {
    return informer.getIndexer().byIndex(OWNER, owner.uid()).stream().map(client::plain);
  }

  private static List<String> owners(GenericKubernetesResource object) {
    return object.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Data.flag(owner.getController()))
        .map(OwnerReference::getUid)
        .toList();
  }

  WatchState state() {
    boolean watching = informer.isWatching();
    String version = informer.lastSyncResourceVersion();
    return new WatchState(
        resource,
        namespace,
        informer.hasSynced(),
        watching,
        version == null ? "" : version,
        watching ? null : failure);
  }

  @Override
  public void close() {
    closed = true;
    informer.stop();
  }

  /** Tells of everything that is new, other or gone. */
  private final class Changes implements ResourceEventHandler<GenericKubernetesResource> {
    private final Consumer<ClusterObject> changed;

    Changes(Consumer<ClusterObject> changed) {
      this.changed = changed;
    }

    @Override
    public void onAdd(GenericKubernetesResource object) {
      changed.accept(client.plain(object));
    }

    @Override
    public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource now) {
      changed.accept(client.plain(now));
    }

    @Override
    public void onDelete(GenericKubernetesResource object, boolean lastStateUnknown) {
      changed.accept(client.plain(object));
    }
  }
}
