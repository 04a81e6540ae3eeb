package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.operation.Patch;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The few calls to the API server that are needed; all throw {@link ClusterFailure}. */
final class ClusterClient {
  private final KubernetesClient client;

  ClusterClient(KubernetesClient client) {
    this.client = client;
  }

  MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      all(ClusterResource resource) {
    return client.genericKubernetesResources(
        new ResourceDefinitionContext.Builder()
            .withGroup(resource.group())
            .withVersion(resource.version())
            .withKind(resource.kind())
            .withPlural(resource.plural())
            .withNamespaced(true)
            .build());
  }

  private NonNamespaceOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      in(ClusterResource resource, String namespace) {
    return all(resource).inNamespace(namespace);
  }

  ClusterObject get(ClusterResource resource, String namespace, String name) {
    String asked = "read " + told(resource, namespace, name);
    GenericKubernetesResource found =
        call(asked, () -> in(resource, namespace).withName(name).get());
    if (found == null) {
      throw new ClusterFailure(
          ClusterFailure.Kind.NOT_FOUND,
          "There is no " + told(resource, namespace, name) + ".",
          null);
    }
    return plain(found);
  }

  List<ClusterObject> list(ClusterResource resource, String namespace, String labelSelector) {
    return call(
            "list " + resource.plural() + " in " + namespace,
            () -> in(resource, namespace).withLabelSelector(labelSelector).list())
        .getItems()
        .stream()
        .map(this::plain)
        .toList();
  }

  /** The object as the server made it. */
  ClusterObject patch(ClusterResource resource, String namespace, String name, Patch patch) {
    String body = client.getKubernetesSerialization().asJson(patch.body());
    String address = address(resource, namespace, name, patch.subresource());
    return plain(
        call(
            "change " + told(resource, namespace, name),
            () ->
                new PatchRequest(client)
                    .send(address, patch.type(), body, GenericKubernetesResource.class)));
  }

  private String address(
      ClusterResource resource, String namespace, String name, @Nullable String subresource) {
    String api = resource.group().isEmpty() ? "api" : "apis/" + resource.group();
    return client.getMasterUrl().toString().replaceFirst("/+$", "")
        + String.join(
            "/", "", api, resource.version(), "namespaces", namespace, resource.plural(), name)
        + (subresource == null ? "" : "/" + subresource);
  }

  /** Puts the whole object; a conflict when it has changed since it was read. */
  ClusterObject replace(ClusterResource resource, String namespace, ClusterObject changed) {
    GenericKubernetesResource item =
        client
            .getKubernetesSerialization()
            .convertValue(changed.content(), GenericKubernetesResource.class);
    return plain(
        call(
            "change " + told(resource, namespace, changed.name()),
            () -> in(resource, namespace).resource(item).update()));
  }

  /** The server's object as plain data. */
  @SuppressWarnings("unchecked") // The keys of a JSON object are texts.
  ClusterObject plain(GenericKubernetesResource object) {
    Map<String, Object> content =
        client.getKubernetesSerialization().convertValue(object, Map.class);
    return new ClusterObject(content);
  }

  private static <T> T call(String asked, Supplier<T> call) {
    try {
      return call.get();
    } catch (KubernetesClientException e) {
      throw ClusterFailures.of(asked, e);
    }
  }

  private static String told(ClusterResource resource, String namespace, String name) {
    return resource.kind() + " " + name + " in namespace " + namespace;
  }
}
