package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Nature.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of times and durations that a condition may call. */
final class TimeMethods {

  private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");
  private static final Signature TO_INT = Signature.of(Nature.INT);
  private static final Signature TO_INT64 = Signature.of(Nature.INT64);
  private static final Signature TO_FLOAT = Signature.of(Nature.FLOAT);
  private static final Signature TO_TEXT = Signature.of(Nature.STRING);
  private static final Signature ROUNDED = Signature.of(Nature.DURATION, Nature.DURATION);
  private static final Signature COMPARE = Signature.of(Nature.BOOL, Nature.TIME);

  private static final Map<String, Signature> TIME =
      Map.ofEntries(
          Map.entry("Year", TO_INT),
          Map.entry("Month", Signature.of(Nature.MONTH)),
          Map.entry("Day", TO_INT),
          Map.entry("Hour", TO_INT),
          Map.entry("Minute", TO_INT),
          Map.entry("Second", TO_INT),
          Map.entry("Nanosecond", TO_INT),
          Map.entry("Weekday", Signature.of(Nature.WEEKDAY)),
          Map.entry("YearDay", TO_INT),
          Map.entry("Unix", TO_INT64),
          Map.entry("UnixMilli", TO_INT64),
          Map.entry("UnixMicro", TO_INT64),
          Map.entry("UnixNano", TO_INT64),
          Map.entry("IsZero", Signature.of(Nature.BOOL)),
          Map.entry("String", TO_TEXT),
          Map.entry("UTC", Signature.of(Nature.TIME)),
          Map.entry("Local", Signature.of(Nature.TIME)),
          Map.entry("In", Signature.of(Nature.TIME, Nature.LOCATION)),
          Map.entry("Format", Signature.of(Nature.STRING, Nature.STRING)),
          Map.entry("AddDate", Signature.of(Nature.TIME, Nature.INT, Nature.INT, Nature.INT)),
          Map.entry("Compare", Signature.of(Nature.INT, Nature.TIME)),
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
          "Nanoseconds", TO_INT64,
          "String", TO_TEXT,
          "Abs", Signature.of(Nature.DURATION),
          "Truncate", ROUNDED,
          "Round", ROUNDED);

  private TimeMethods() {}

  /** Null if there is no such method. */
  static @Nullable Signature signature(Kind kind, String name) {
    return (kind == Kind.TIME ? TIME : DURATION).get(name);
  }

  static Object call(@Nullable Object base, String name, List<@Nullable Object> arguments) {
    if (base instanceof Duration duration && DURATION.containsKey(name)) {
      return arguments.isEmpty()
          ? ofDuration(duration, name)
          : rounded(duration, name, arguments.getFirst());
    }
    if (base instanceof ZonedDateTime time && TIME.containsKey(name)) {
      return switch (arguments.size()) {
        case 0 -> ofTime(time, name);
        case 1 -> ofTime(time, name, arguments.getFirst());
        default -> addDate(time, arguments.stream().mapToLong(Arithmetic::toInt).toArray());
      };
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
      case "String" -> TimeText.of(duration);
      case "Abs" -> duration.abs();
      default -> nanoseconds;
    };
  }

  /** To a multiple: towards zero, or to the nearest, from the middle away from zero. */
  private static Object rounded(Duration duration, String name, @Nullable Object argument) {
    long unit = argument instanceof Duration to ? to.toNanos() : 0;
    if (unit <= 0) {
      return duration;
    }
    long rest = duration.toNanos() % unit;
    boolean away = name.equals("Round") && Math.abs(rest) >= unit - Math.abs(rest);
    return duration.minusNanos(rest).plusNanos(away ? Long.signum(rest) * unit : 0);
  }

  private static Object ofTime(ZonedDateTime time, String name) {
    return switch (name) {
      case "Month" -> time.getMonth();
      case "Weekday" -> time.getDayOfWeek();
      case "IsZero" -> time.toInstant().equals(ZERO);
      case "String" -> TimeText.of(time);
      case "UTC", "Local" -> time.withZoneSameInstant(ZoneOffset.UTC);
      default -> number(time, name);
    };
  }

  private static long number(ZonedDateTime time, String name) {
    return switch (name) {
      case "Year" -> time.getYear();
      case "Day" -> time.getDayOfMonth();
      case "Hour" -> time.getHour();
      case "Minute" -> time.getMinute();
      case "Second" -> time.getSecond();
      case "Nanosecond" -> time.getNano();
      case "YearDay" -> time.getDayOfYear();
      case "Unix" -> time.toEpochSecond();
      case "UnixMilli" -> time.toInstant().toEpochMilli();
      case "UnixMicro" -> ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
      default -> ChronoUnit.NANOS.between(Instant.EPOCH, time.toInstant());
    };
  }

  private static Object ofTime(ZonedDateTime time, String name, @Nullable Object argument) {
    if (name.equals("Add") && argument instanceof Duration duration) {
      return time.plus(duration);
    }
    if (name.equals("In") && argument instanceof ZoneId zone) {
      return time.withZoneSameInstant(zone);
    }
    if (name.equals("Format") && argument instanceof String layout) {
      return Times.format(time, layout);
    }
    if (argument instanceof ZonedDateTime other) {
      return switch (name) {
        case "Sub" -> Duration.between(other, time);
        case "Before" -> time.toInstant().isBefore(other.toInstant());
        case "After" -> time.toInstant().isAfter(other.toInstant());
        case "Compare" -> (long) Integer.signum(time.toInstant().compareTo(other.toInstant()));
        default -> time.toInstant().equals(other.toInstant());
      };
    }
    throw Fault.runtime("cannot use " + GoTypes.name(argument) + " as argument of " + name);
  }

  /** Days beyond the end of a month run over into the next. */
  private static ZonedDateTime addDate(ZonedDateTime time, long[] yearsMonthsDays) {
    return time.withDayOfMonth(1)
        .plusYears(yearsMonthsDays[0])
        .plusMonths(yearsMonthsDays[1])
        .plusDays(yearsMonthsDays[2] + time.getDayOfMonth() - 1);
  }
}
