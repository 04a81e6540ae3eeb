package com.alexandrite.rollouts.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster without a controller: the client library's API server with Argo's kinds, which keeps
 * objects, tells watchers of changes, writes down what it was asked and fails on demand.
 */
public final class ClusterRig implements BeforeEachCallback, AfterEachCallback, AutoCloseable {
  /** Where all the samples are. */
  public static final String NAMESPACE = "production";

  private static final Logger log = LoggerFactory.getLogger(ClusterRig.class);

  private final RecordingDispatcher dispatcher = new RecordingDispatcher();
  private KubernetesMockServer server;
  private final KubernetesClient client;
  private final int port;

  /** Starts it on a free port. */
  public ClusterRig() {
    server = server();
    server.init(InetAddress.getLoopbackAddress(), 0);
    port = server.getPort();
    client = server.createClient();
  }

  private KubernetesMockServer server() {
    return new KubernetesMockServer(
        new Context(), new MockWebServer(), new HashMap<>(), dispatcher, false);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    dispatcher.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  /** Its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A kubeconfig as people have it. */
  public Path kubeconfig(Path folder) throws IOException {
    return kubeconfig(folder, address());
  }

  /** A kubeconfig for any server. */
  public static Path kubeconfig(Path folder, URI server) throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        current-context: test
        clusters:
          - {name: test, cluster: {server: "%s"}}
        contexts:
          - {name: test, context: {cluster: test, user: somebody, namespace: %s}}
        users:
          - {name: somebody, user: {token: nothing-secret}}
        """
            .formatted(server, NAMESPACE));
  }

  /** What the server was asked. */
  public RecordingDispatcher log() {
    return dispatcher;
  }

  /** Creates an object as a controller would; the server gives it its uid. */
  public void create(Map<String, Object> object) {
    client.resource(generic(object)).create();
    putStatus(object);
  }

  /** Puts an object over the one that is there, with its status. */
  public void put(Map<String, Object> object) {
    client.resource(generic(object)).update();
    putStatus(object);
  }

  private void putStatus(Map<String, Object> object) {
    if (ClusterResource.ROLLOUTS.kind().equals(object.get("kind"))) {
      client.resource(generic(object)).updateStatus();
    }
  }

  /** Removes an object. */
  public void delete(Map<String, Object> object) {
    client.resource(generic(object)).delete();
  }

  /** An object as the server keeps it. */
  public ClusterObject live(ClusterResource resource, String name) {
    return new ClusterClient(client).get(resource, NAMESPACE, name);
  }

  private GenericKubernetesResource generic(Map<String, Object> object) {
    GenericKubernetesResource item =
        client.getKubernetesSerialization().convertValue(object, GenericKubernetesResource.class);
    item.getMetadata().getOwnerReferences().forEach(owner -> owner.setUid(uid(owner)));
    return item;
  }

  private String uid(OwnerReference owner) {
    return Stream.of(ClusterResource.values())
        .filter(resource -> resource.kind().equals(owner.getKind()))
        .map(resource -> live(resource, owner.getName()).uid())
        .findFirst()
        .orElseThrow();
  }

  /** The server goes away and takes all connections with it; its objects stay. */
  public void goAway() {
    server.shutdown();
  }

  /** The server is there again, at its old address. */
  public void comeBack() {
    server = server();
    server.init(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public void close() {
    client.close();
    try {
      server.shutdown();
    } catch (IllegalStateException late) {
      // On a busy machine it gives up waiting for connections; it ends with the tests' JVM.
      log.warn("the API server takes its time to close", late);
    }
    dispatcher.end();
  }
}
