package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Nature.Kind;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of times and durations that a condition may call. */
final class TimeMethods {

  private static final Signature TO_INT = Signature.of(Nature.INT);
  private static final Signature TO_INT64 = Signature.of(Nature.INT64);
  private static final Signature TO_FLOAT = Signature.of(Nature.FLOAT);
  private static final Signature COMPARE = Signature.of(Nature.BOOL, Nature.TIME);

  private static final Map<String, Signature> TIME =
      Map.ofEntries(
          Map.entry("Year", TO_INT),
          Map.entry("Month", TO_INT),
          Map.entry("Day", TO_INT),
          Map.entry("Hour", TO_INT),
          Map.entry("Minute", TO_INT),
          Map.entry("Second", TO_INT),
          Map.entry("Nanosecond", TO_INT),
          Map.entry("Weekday", TO_INT),
          Map.entry("YearDay", TO_INT),
          Map.entry("Unix", TO_INT64),
          Map.entry("UnixMilli", TO_INT64),
          Map.entry("Add", Signature.of(Nature.TIME, Nature.DURATION)),
          Map.entry("Sub", Signature.of(Nature.DURATION, Nature.TIME)),
          Map.entry("Before", COMPARE),
          Map.entry("After", COMPARE),
          Map.entry("Equal", COMPARE));

  private static final Map<String, Signature> DURATION =
      Map.of(
          "Hours", TO_FLOAT,
          "Minutes", TO_FLOAT,
          "Seconds", TO_FLOAT,
          "Milliseconds", TO_INT64,
          "Microseconds", TO_INT64,
          "Nanoseconds", TO_INT64);

  private TimeMethods() {}

  /** Null if there is no such method. */
  static @Nullable Signature signature(Kind kind, String name) {
    return (kind == Kind.TIME ? TIME : DURATION).get(name);
  }

  static Object call(@Nullable Object base, String name, List<@Nullable Object> arguments) {
    if (base instanceof Duration duration && DURATION.containsKey(name)) {
      return ofDuration(duration, name);
    }
    if (base instanceof ZonedDateTime time && TIME.containsKey(name)) {
      return arguments.isEmpty() ? ofTime(time, name) : ofTime(time, name, arguments.getFirst());
    }
    throw Fault.runtime("cannot fetch " + name + " from " + GoTypes.name(base));
  }

  private static Object ofDuration(Duration duration, String name) {
    long nanoseconds = duration.toNanos();
    return switch (name) {
      case "Hours" -> nanoseconds / 3.6e12;
      case "Minutes" -> nanoseconds / 6e10;
      case "Seconds" -> nanoseconds / 1e9;
      case "Milliseconds" -> nanoseconds / 1_000_000;
      case "Microseconds" -> nanoseconds / 1_000;
      default -> nanoseconds;
    };
  }

  private static long ofTime(ZonedDateTime time, String name) {
    return switch (name) {
      case "Year" -> time.getYear();
      case "Month" -> time.getMonthValue();
      case "Day" -> time.getDayOfMonth();
      case "Hour" -> time.getHour();
      case "Minute" -> time.getMinute();
      case "Second" -> time.getSecond();
      case "Nanosecond" -> time.getNano();
      case "Weekday" -> time.getDayOfWeek().getValue() % 7;
      case "YearDay" -> time.getDayOfYear();
      case "Unix" -> time.toEpochSecond();
      default -> time.toInstant().toEpochMilli();
    };
  }

  private static Object ofTime(ZonedDateTime time, String name, @Nullable Object argument) {
    if (name.equals("Add") && argument instanceof Duration duration) {
      return time.plus(duration);
    }
    if (argument instanceof ZonedDateTime other) {
      return switch (name) {
        case "Sub" -> Duration.between(other, time);
        case "Before" -> time.toInstant().isBefore(other.toInstant());
        case "After" -> time.toInstant().isAfter(other.toInstant());
        default -> time.toInstant().equals(other.toInstant());
      };
    }
    throw Fault.runtime("cannot use " + GoTypes.name(argument) + " as argument of " + name);
  }
}
