package com.alexandrite.rollouts.local.rig;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Clients of the edge that count by themselves which server answered and what failed. */
public final class Customers implements AutoCloseable {
  // Without it two of them take all processors, from those they watch and from every test beside.
  private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(5);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final HttpRequest request;
  private volatile boolean sending = true;

  public Customers(int port) {
    this(port, "/");
  }

  public Customers(int port, String path) {
    this.request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .build();
  }

  /** Sends one after the other; returns the answers by the text of the server. */
  public Map<String, Integer> send(int requests) {
    for (int i = 0; i < requests; i++) {
      sendOne();
    }
    return Map.copyOf(answers);
  }

  /** Keeps so many clients sending until {@link #stop}. */
  public void keepSending(int clients) {
    for (int i = 0; i < clients; i++) {
      executor.execute(this::sendOn);
    }
  }

  /** Waits until so many more requests have an answer. */
  public void awaitMore(int requests) {
    int goal = total() + requests;
    await().pollInterval(Duration.ofMillis(2)).until(() -> total() >= goal);
  }

  public void stop() {
    sending = false;
    executor.close();
  }

  public Map<String, Integer> answers() {
    return Map.copyOf(answers);
  }

  public Queue<String> failures() {
    return failures;
  }

  private int total() {
    return answers.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void sendOn() {
    while (sending) {
      sendOne();
      LockSupport.parkNanos(BETWEEN_REQUESTS.toNanos());
    }
  }

  private void sendOne() {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == 200) {
        answers.merge(response.body(), 1, Integer::sum);
      } else {
        failures.add("status " + response.statusCode());
      }
    } catch (IOException e) {
      failures.add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    client.close();
  }
}
