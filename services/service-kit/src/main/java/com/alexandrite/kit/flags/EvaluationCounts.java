package com.alexandrite.kit.flags;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.LiveFlags;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the remote source how often each variant was the answer since it last took the counts: by
 * variant where it knows the address, and by flag, as Flagsmith's analytics want it, where it does
 * not. What is not taken is told with the next counts.
 */
final class EvaluationCounts {

  private static final Logger log = LoggerFactory.getLogger(EvaluationCounts.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final LiveFlags live;
  private final URI api;
  private final String key;
  private final JsonMapper json;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Map<Asked, Long> told = new HashMap<>();

  /** Counts of these flags for the API at an address that ends in a slash. */
  EvaluationCounts(LiveFlags live, URI api, String key, JsonMapper json) {
    this.live = live;
    this.api = api;
    this.key = key;
    this.json = json;
  }

  /** One variant of one flag. */
  private record Asked(String flag, String variant) {}

  /** How often it was the answer. */
  record Count(String flag, String variant, long count) {}

  /** As the server wants them. */
  record Counts(List<Count> counts) {}

  /** Tells what is new; runs with each poll. */
  synchronized void tell() {
    List<Count> fresh = fresh();
    if (fresh.isEmpty()) {
      return;
    }
    try {
      if (take(fresh)) {
        fresh.forEach(it -> told.merge(new Asked(it.flag(), it.variant()), it.count(), Long::sum));
      }
    } catch (IOException e) {
      log.debug("The evaluations are counted with the next ones", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean take(List<Count> fresh) throws IOException, InterruptedException {
    int status = post("evaluations/", new Counts(fresh));
    if (status == HttpStatus.NOT_FOUND.value()) {
      status = post("analytics/flags/", byFlag(fresh));
    }
    return status / 100 == 2;
  }

  private int post(String path, Object body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve(path))
            .timeout(PATIENCE)
            .header("X-Environment-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static Map<String, Long> byFlag(List<Count> counts) {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach(it -> sums.merge(it.flag(), it.count(), Long::sum));
    return sums;
  }

  private List<Count> fresh() {
    List<Count> fresh = new ArrayList<>();
    for (Flag<?> flag : live.catalogue()) {
      for (Flag.Variant<?> variant : flag.variants()) {
        long before = told.getOrDefault(new Asked(flag.key(), variant.name()), 0L);
        long more = live.evaluations(flag, variant.name()) - before;
        if (more > 0) {
          fresh.add(new Count(flag.key(), variant.name(), more));
        }
      }
    }
    return fresh;
  }
}
