package com.alexandrite.cli.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pauses, intervals and windows of the manifests, made shorter for a test. Everything else in
 * them stays as customers get it. The environment variable {@code ALEXANDRITE_INTERVAL_SCALE} says
 * by how much, such as 0.5; the test run sets it for its own platform.
 */
record Intervals(double scale) {
  static final String VARIABLE = "ALEXANDRITE_INTERVAL_SCALE";

  private static final int SHORTEST_SECONDS = 1;
  // Scraped each second: a rate over a shorter window is made of too few samples.
  private static final int SHORTEST_WINDOW_SECONDS = 8;
  private static final Pattern PAUSE = Pattern.compile("(\\bduration: )(\\d+)(s)");
  private static final Pattern INTERVAL = Pattern.compile("(- name: interval\\s+value: )(\\d+)(s)");
  private static final Pattern WINDOW = Pattern.compile("(- name: window\\s+value: )(\\d+)(s)");

  static Intervals of(@Nullable String variable) {
    return new Intervals(variable == null || variable.isBlank() ? 1 : Double.parseDouble(variable));
  }

  /** The manifests with their times scaled. */
  String scaled(String manifests) {
    if (scale == 1) {
      return manifests;
    }
    String pauses = scaled(PAUSE, manifests, SHORTEST_SECONDS);
    String intervals = scaled(INTERVAL, pauses, SHORTEST_SECONDS);
    return scaled(WINDOW, intervals, SHORTEST_WINDOW_SECONDS);
  }

  private String scaled(Pattern time, String manifests, int shortest) {
    return time.matcher(manifests)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found.group(1) + seconds(found.group(2), shortest) + found.group(3)));
  }

  private long seconds(String written, int shortest) {
    return Math.max(shortest, Math.round(Integer.parseInt(written) * scale));
  }
}
