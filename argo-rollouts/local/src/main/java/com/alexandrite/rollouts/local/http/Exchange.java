package com.alexandrite.rollouts.local.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;

/** One request and its answer. */
public final class Exchange {

  private Exchange() {}

  /**
   * Sends a request.
   *
   * @throws SourceFailure when there is no answer
   */
  public static HttpResponse<String> send(HttpClient client, HttpRequest request)
      throws SourceFailure {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (HttpTimeoutException e) {
      throw new SourceFailure(
          "timeout: no answer of " + request.uri() + " within the time allowed", e);
    } catch (IOException e) {
      throw new SourceFailure("unreachable: " + request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceFailure("timeout: the request was interrupted", e);
    }
  }
}
