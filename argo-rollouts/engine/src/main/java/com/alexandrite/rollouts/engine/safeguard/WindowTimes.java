package com.alexandrite.rollouts.engine.safeguard;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a window is in force, on the clocks of a zone. A time that daylight saving skips means the
 * time after the gap; of a time that comes twice the window begins at the first and ends at the
 * second.
 */
public sealed interface WindowTimes {

  /** The end of the window that is in force now; empty outside of it. */
  Optional<Instant> end(Instant now);

  /** A time span with its end, on local clocks. */
  record Span(LocalDateTime from, LocalDateTime to) {

    boolean covers(Instant now, ZoneId zone) {
      return !now.isBefore(from.atZone(zone).withEarlierOffsetAtOverlap().toInstant())
          && now.isBefore(end(zone));
    }

    Instant end(ZoneId zone) {
      return to.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
  }

  /** Once. */
  record Once(LocalDateTime from, LocalDateTime to, ZoneId zone) implements WindowTimes {
    @Override
    public Optional<Instant> end(Instant now) {
      return latest(Stream.of(new Span(from, to)), now, zone);
    }
  }

  /** From a time of one weekday to a time of another, or of the same in the week after. */
  record Weekly(
      DayOfWeek fromDay, LocalTime fromTime, DayOfWeek toDay, LocalTime toTime, ZoneId zone)
      implements WindowTimes {
    @Override
    public Optional<Instant> end(Instant now) {
      LocalDate begun =
          LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(fromDay));
      return latest(Stream.of(begun, begun.minusWeeks(1)).map(this::from), now, zone);
    }

    private Span from(LocalDate day) {
      boolean sameDay = fromDay == toDay && toTime.isAfter(fromTime);
      LocalDate last = sameDay ? day : day.with(TemporalAdjusters.next(toDay));
      return new Span(day.atTime(fromTime), last.atTime(toTime));
    }
  }

  /** Every day from a weekday to another between two times; past midnight if they are so. */
  record Daily(DayOfWeek first, DayOfWeek last, LocalTime fromTime, LocalTime toTime, ZoneId zone)
      implements WindowTimes {
    @Override
    public Optional<Instant> end(Instant now) {
      LocalDate today = LocalDate.ofInstant(now, zone);
      return latest(
          IntStream.rangeClosed(-1, 0)
              .mapToObj(today::plusDays)
              .filter(day -> counts(day.getDayOfWeek()))
              .map(this::on),
          now,
          zone);
    }

    private boolean counts(DayOfWeek day) {
      int length = Math.floorMod(last.getValue() - first.getValue(), 7);
      return Math.floorMod(day.getValue() - first.getValue(), 7) <= length;
    }

    private Span on(LocalDate day) {
      LocalDate end = toTime.isAfter(fromTime) ? day : day.plusDays(1);
      return new Span(day.atTime(fromTime), end.atTime(toTime));
    }
  }

  private static Optional<Instant> latest(Stream<Span> spans, Instant now, ZoneId zone) {
    return spans
        .filter(span -> span.covers(now, zone))
        .map(span -> span.end(zone))
        .max(Comparator.naturalOrder());
  }
}
