package com.alexandrite.preview.comment;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP with a token, and what a forge's status codes mean. */
final class ForgeApi {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;

  private final URI base;
  private final Map<String, String> headers;
  private final String rateLimit;
  private final InstantSource clock;
  // Redirects are not followed: the token is for this server only.
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param rateLimit what the headers of the rate limit begin with
   */
  ForgeApi(URI base, Map<String, String> headers, String rateLimit, InstantSource clock) {
    this.base = base;
    this.headers = Map.copyOf(headers);
    this.rateLimit = rateLimit;
    this.clock = clock;
  }

  /** The content and the headers of a good answer. */
  record Answer(JsonNode content, HttpHeaders headers) {}

  Answer get(String path) throws IOException, ForgeRefused, InterruptedException {
    return exchange("GET", path, null);
  }

  void send(String method, String path, Map<String, ?> content)
      throws IOException, ForgeRefused, InterruptedException {
    Answer _ = exchange(method, path, JSON.writeValueAsString(content));
  }

  /** As a part of a path or query. */
  static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Answer exchange(String method, String path, @Nullable String body)
      throws IOException, ForgeRefused, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("User-Agent", "alexandrite");
    headers.forEach(request::header);
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      refuse(method + " " + base.getHost() + path, answer);
    }
    return new Answer(json(answer.body()), answer.headers());
  }

  private void refuse(String call, HttpResponse<String> answer) throws ForgeBusy, ForgeRefused {
    int status = answer.statusCode();
    String what = "status " + status + " for " + call;
    Optional<Duration> pause = pause(answer.headers());
    boolean limited = status == TOO_MANY || (status == FORBIDDEN && pause.isPresent());
    if (limited || status >= 500) {
      throw new ForgeBusy(what, pause.orElse(null));
    }
    throw new ForgeRefused(status, what);
  }

  /** By Retry-After, or until the limit is counted anew when nothing remains of it. */
  private Optional<Duration> pause(HttpHeaders answer) {
    Optional<Long> after = answer.firstValue("Retry-After").flatMap(ForgeApi::number);
    if (after.isPresent()) {
      return after.map(Duration::ofSeconds);
    }
    boolean used = answer.firstValue(rateLimit + "Remaining").filter("0"::equals).isPresent();
    return answer
        .firstValue(rateLimit + "Reset")
        .filter(_ -> used)
        .flatMap(ForgeApi::number)
        .map(second -> Duration.between(clock.instant(), Instant.ofEpochSecond(second)))
        .map(left -> left.isNegative() ? Duration.ZERO : left.plusSeconds(1));
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException _) {
      // A date, which none of the two sends: the usual pause will do.
      return Optional.empty();
    }
  }

  private static JsonNode json(String body) throws IOException {
    try {
      return body.isBlank() ? JSON.nullNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      throw new IOException("the forge answered something else than JSON", e);
    }
  }
}
