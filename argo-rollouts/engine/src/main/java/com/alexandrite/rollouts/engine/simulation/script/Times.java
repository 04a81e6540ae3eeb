package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.condition.GoDuration;
import com.alexandrite.rollouts.engine.manifest.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the times of a script, which are counted from the release. */
record Times(Instant release) {

  private static final String NO_LENGTH = "is no length of time";

  /** Of the time that {@code at} says. */
  static Times of(Fields release) {
    String written = release.text("at");
    Optional<Instant> at = instant(written);
    if (!written.isEmpty() && at.isEmpty()) {
      release.problem("at", "is no time", "Write it like 2026-01-31T10:00:00Z");
    }
    return new Times(at.orElse(Script.SOME_DAY));
  }

  /** A time, which may be before the release; the release's if absent. */
  Duration offset(Fields fields, String name) {
    Object value = fields.raw(name);
    if (value == null) {
      return Duration.ZERO;
    }
    Optional<Duration> read =
        span(value)
            .or(() -> instant(value.toString()).map(time -> Duration.between(release, time)));
    if (read.isEmpty()) {
      fields.problem(name, "is no time", "Write it like 90s, 2m or 2026-01-31T10:00:00Z");
    }
    return read.orElse(Duration.ZERO);
  }

  /** The time of something that happens, which can't be before the release. */
  Duration later(Fields fields, String name) {
    if (!fields.has(name)) {
      fields.problem(name, "is missing", "Write how long after the release, like 90s");
    }
    Duration offset = offset(fields, name);
    if (offset.isNegative()) {
      fields.problem(name, "is before the release", "Write how long after it, like 90s");
    }
    return offset;
  }

  /** A length; null if absent. */
  static @Nullable Duration length(Fields fields, String name) {
    Object value = fields.raw(name);
    Optional<Duration> read = value == null ? Optional.empty() : span(value);
    if (value != null && read.filter(length -> !length.isNegative()).isEmpty()) {
      fields.problem(name, NO_LENGTH, "Write it like 90s, 2m or 24h");
    }
    return read.orElse(null);
  }

  private static Optional<Duration> span(Object value) {
    return value instanceof Number seconds
        ? Optional.of(Duration.ofMillis(Math.round(seconds.doubleValue() * 1000)))
        : GoDuration.parse(value.toString());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
