package com.alexandrite.cli.flags;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A flag in one environment, as commands tell it.
 *
 * @param state off, on (everybody), share (some of all), rules (chosen people), or waits (for a
 *     second person)
 * @param percent of all units that its last rule takes in; 0 to 100
 * @param version of the environment's document that brought the state
 * @param instances the processes that evaluate it, with the version each runs on
 * @param lastInstanceMs from the last change's click until the last instance had it; null until
 *     then
 */
record FlagState(
    String key,
    String environment,
    String state,
    double percent,
    long version,
    List<Instance> instances,
    @Nullable Long lastInstanceMs,
    String changedAt,
    String changedBy,
    String reason) {

  /** A process that evaluates flags. */
  record Instance(String id, String service, long version) {
    static List<Instance> all(JsonNode instances) {
      return instances.valueStream().map(Instance::of).toList();
    }

    private static Instance of(JsonNode one) {
      return new Instance(
          one.path("id").asString(""),
          one.path("service").asString(""),
          one.path("version").asLong(0));
    }
  }

  /** Reads {@code GET /api/flags/KEY/environments/ENVIRONMENT}. */
  static FlagState of(JsonNode flag) {
    return new FlagState(
        flag.path("key").asString(""),
        flag.path("environment").asString(""),
        flag.path("state").asString(""),
        flag.path("percent").asDouble(0),
        flag.path("version").asLong(0),
        Instance.all(flag.path("instances")),
        flag.path("lastInstanceMs").isNumber() ? flag.path("lastInstanceMs").asLong() : null,
        flag.path("changedAt").asString(""),
        flag.path("changedBy").asString(""),
        flag.path("reason").asString(""));
  }

  /** {@code off}, {@code on}, {@code 25 %}, {@code rules + 25 %} */
  String word() {
    return word(state, percent);
  }

  static String word(String state, double percent) {
    String share = String.format(Locale.ROOT, "%s %%", trimmed(percent));
    return switch (state) {
      case "share" -> share;
      case "rules" -> percent > 0 ? "rules + " + share : "rules";
      default -> state;
    };
  }

  private static String trimmed(double percent) {
    return percent == Math.rint(percent)
        ? String.valueOf((long) percent)
        : String.format(Locale.ROOT, "%.2f", percent);
  }
}
