package com.alexandrite.cli.backtest;

import com.alexandrite.rollouts.engine.backtest.PastRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Past releases with what their metrics were, in one file.
 *
 * @param releases newest first
 * @param answers of Prometheus, in the order in which it was asked
 */
public record Recording(List<PastRelease> releases, List<Recorded> answers) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Copies the lists. */
  public Recording {
    releases = List.copyOf(releases);
    answers = List.copyOf(answers);
  }

  /**
   * One answer.
   *
   * @param query as it was asked, with the range if it has one
   * @param value {@code 0.5} or {@code [0.5,NaN]}; empty where it failed
   * @param failure why there is no value, else null
   */
  public record Recorded(String query, Instant at, String value, @Nullable String failure) {}

  /** Reads a file that {@link #write} wrote. */
  public static Recording read(Path file) throws IOException {
    return JSON.readValue(Files.readString(file), Recording.class);
  }

  /** Without the releases that began so long before the newest of them; all of them for null. */
  public Recording since(@Nullable Duration age) {
    Optional<Instant> newest =
        releases.stream().map(PastRelease::startedAt).max(Comparator.naturalOrder());
    if (age == null || newest.isEmpty()) {
      return this;
    }
    Instant earliest = newest.get().minus(age);
    return new Recording(
        releases.stream().filter(it -> !it.startedAt().isBefore(earliest)).toList(), answers);
  }

  /** Writes it whole. */
  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
  }
}
