package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.kubernetes.ClusterFailure.Kind;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/** Reads what the server answered in vain. */
final class ClusterFailures {
  private static final int UNPROCESSABLE = 422;

  private ClusterFailures() {}

  static ClusterFailure of(String asked, KubernetesClientException answer) {
    return new ClusterFailure(
        kind(answer), "The cluster did not " + asked + ": " + reason(answer), answer);
  }

  private static Kind kind(KubernetesClientException answer) {
    return switch (answer.getCode()) {
      case HttpURLConnection.HTTP_UNAUTHORIZED -> Kind.UNAUTHENTICATED;
      case HttpURLConnection.HTTP_FORBIDDEN -> Kind.FORBIDDEN;
      case HttpURLConnection.HTTP_NOT_FOUND -> Kind.NOT_FOUND;
      case HttpURLConnection.HTTP_CONFLICT -> Kind.CONFLICT;
      case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE -> Kind.INVALID;
      default -> Kind.UNREACHABLE;
    };
  }

  /** The server's own words where there are some, else what became of the connection. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KubernetesClientException answer
          && answer.getStatus() != null
          && answer.getStatus().getMessage() != null) {
        return answer.getStatus().getMessage();
      }
      root = cause;
    }
    String text = root.getMessage();
    return text == null ? root.getClass().getSimpleName() : text;
  }
}
