package com.alexandrite.rollouts.kubernetes;

import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Writes down each request, and answers some as a test wants it. */
public final class RecordingDispatcher extends Dispatcher {
  private final KubernetesMixedDispatcher objects =
      new KubernetesMixedDispatcher(
          new HashMap<>(),
          Stream.of(
                  ClusterResource.ROLLOUTS,
                  ClusterResource.ANALYSIS_RUNS,
                  ClusterResource.EXPERIMENTS)
              .map(RecordingDispatcher::definition)
              .toList());
  private final List<Asked> log = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  /**
   * One request.
   *
   * @param path with its query
   * @param type of the body, without its parameters
   */
  public record Asked(String method, String path, String type, String body) {
    /** The address alone. */
    public String address() {
      return path.replaceFirst("\\?.*", "");
    }
  }

  /** As Argo's own definitions: only Rollouts have a status subresource. */
  private static CustomResourceDefinitionContext definition(ClusterResource resource) {
    return new CustomResourceDefinitionContext.Builder()
        .withGroup(resource.group())
        .withVersion(resource.version())
        .withKind(resource.kind())
        .withPlural(resource.plural())
        .withScope("Namespaced")
        .withStatusSubresource(resource == ClusterResource.ROLLOUTS)
        .build();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String type = request.getHeader("Content-Type");
    var asked =
        new Asked(
            request.getMethod(),
            request.getPath(),
            type == null ? "" : type.replaceFirst(";.*", ""),
            new String(request.getBody().getBytes(), StandardCharsets.UTF_8));
    log.add(asked);
    Integer failure = failures.get(asked.method() + " " + asked.address());
    return failure == null ? objects.dispatch(request) : failed(failure);
  }

  private static MockResponse failed(int code) {
    return new MockResponse()
        .setResponseCode(code)
        .addHeader("Content-Type", "application/json")
        .setBody(
            """
            {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": %d, "message": "the server says %d"}\
            """
                .formatted(code, code));
  }

  /** Answers this request with an error until further notice. */
  public void fail(String method, String address, int code) {
    failures.put(method + " " + address, code);
  }

  /** Fails no more. */
  public void heal() {
    failures.clear();
  }

  /** All that was asked since the last {@link #clear}. */
  public List<Asked> all() {
    return List.copyOf(log);
  }

  /** The requests that change something. */
  public List<Asked> changes() {
    return log.stream().filter(asked -> !asked.method().equals("GET")).toList();
  }

  /** Forgets what was asked. */
  public void clear() {
    log.clear();
  }

  /** The objects outlive a server that goes away; this ends them too. */
  void end() {
    objects.shutdown();
  }
}
