package com.alexandrite.flags.server.measure;

import com.alexandrite.flags.server.store.FlagJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks Prometheus for what is measured now. */
public final class Prometheus implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /** The server at this address. */
  public Prometheus(URI address) {
    this.address = address;
  }

  /** One measured value and what it belongs to. */
  public record Sample(Map<String, String> labels, double value) {
    /** The label's value, empty without it. */
    public String label(String name) {
      return labels.getOrDefault(name, "");
    }
  }

  private record Answer(String status, Data data) {}

  private record Data(List<Result> result) {}

  private record Result(Map<String, String> metric, List<Object> value) {}

  /**
   * The samples of an expression; numbers only.
   *
   * @throws IOException when it is away or does not understand
   */
  public List<Sample> query(String expression) throws IOException {
    String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/v1/query?query=" + query))
            .timeout(PATIENCE)
            .build();
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != 200) {
        throw new IOException("Prometheus answers " + response.statusCode());
      }
      return FlagJson.read(response.body(), Answer.class).data().result().stream()
          .map(Prometheus::sample)
          .filter(sample -> Double.isFinite(sample.value()))
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The only value of an expression; 0 when nothing was measured. */
  double one(String expression) throws IOException {
    List<Sample> samples = query(expression);
    return samples.isEmpty() ? 0 : samples.getFirst().value();
  }

  private static Sample sample(Result result) {
    return new Sample(result.metric(), Double.parseDouble(result.value().get(1).toString()));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
