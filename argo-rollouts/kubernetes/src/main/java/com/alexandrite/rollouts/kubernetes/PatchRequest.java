package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.operation.Patch;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One PATCH with exactly the body that is given. The library's own patches read the object first
 * and leave out what is null, which is just what some of ours say.
 */
final class PatchRequest {
  private final KubernetesClient client;

  PatchRequest(KubernetesClient client) {
    this.client = client;
  }

  /** The server's answer; throws {@link KubernetesClientException} as the library does. */
  <T> T send(String address, Patch.Type type, String body, Class<T> answer) {
    var http = client.getHttpClient();
    HttpRequest request =
        http.newHttpRequestBuilder().uri(address).method("PATCH", type.contentType(), body).build();
    HttpResponse<byte[]> response = await(http.sendAsync(request, byte[].class));
    String text = new String(response.body(), StandardCharsets.UTF_8);
    if (!response.isSuccessful()) {
      Status status = status(text, response.code());
      throw new KubernetesClientException(status.getMessage(), response.code(), status);
    }
    return client.getKubernetesSerialization().unmarshal(text, answer);
  }

  private <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(2L * client.getConfiguration().getRequestTimeout(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KubernetesClientException("interrupted", e);
    } catch (ExecutionException e) {
      throw new KubernetesClientException("no answer", e.getCause());
    } catch (TimeoutException e) {
      throw new KubernetesClientException("no answer in time", e);
    }
  }

  private Status status(String text, int code) {
    try {
      Status status = client.getKubernetesSerialization().unmarshal(text, Status.class);
      if (status != null && status.getMessage() != null) {
        return status;
      }
    } catch (RuntimeException notAStatus) {
      // A proxy between here and the server answers in other words.
      return plain(text, code);
    }
    return plain(text, code);
  }

  private static Status plain(String text, int code) {
    return new StatusBuilder()
        .withCode(code)
        .withMessage(text.isBlank() ? "HTTP status " + code : text.strip())
        .build();
  }
}
