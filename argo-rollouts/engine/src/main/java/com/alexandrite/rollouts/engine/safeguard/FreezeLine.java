package com.alexandrite.rollouts.engine.safeguard;

import com.alexandrite.rollouts.engine.safeguard.FreezeWindow.Scope;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of a freeze, for example {@code Fri 16:00 - Mon 08:00 Europe/Berlin: from step 3}.
 */
final class FreezeLine {

  static final String FORMS =
      "Write like \"Fri 16:00 - Mon 08:00 Europe/Berlin: from step 3\", \"Mon-Fri 11:00 - 14:00"
          + " UTC: above 20 %\", or \"2026-12-20 - 2027-01-02 UTC\"";

  private static final String DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  private static final String TIME = "\\d\\d:\\d\\d";
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";
  private static final String ZONE = "\\s+(?<zone>[A-Za-z][A-Za-z0-9_+/-]*)";
  private static final String SCOPE =
      "(?:\\s*:\\s*(?:from step (?<step>\\d{1,3})|above (?<weight>\\d{1,3})\\s*%))?";

  private static final Pattern WEEKLY =
      line("(?<day1>DAY) (?<time1>TIME)\\s*-\\s*(?<day2>DAY) (?<time2>TIME)");
  private static final Pattern DAILY =
      line("(?<day1>DAY)(?:-(?<day2>DAY))? (?<time1>TIME)\\s*-\\s*(?<time2>TIME)");
  private static final Pattern ONCE =
      line("(?<date1>DATE)(?: (?<time1>TIME))? - (?<date2>DATE)(?: (?<time2>TIME))?");

  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "Mon", DayOfWeek.MONDAY,
          "Tue", DayOfWeek.TUESDAY,
          "Wed", DayOfWeek.WEDNESDAY,
          "Thu", DayOfWeek.THURSDAY,
          "Fri", DayOfWeek.FRIDAY,
          "Sat", DayOfWeek.SATURDAY,
          "Sun", DayOfWeek.SUNDAY);

  private final String text;
  private final Matcher weekly;
  private final Matcher daily;
  private final Matcher once;

  private FreezeLine(String text) {
    this.text = text;
    this.weekly = WEEKLY.matcher(text);
    this.daily = DAILY.matcher(text);
    this.once = ONCE.matcher(text);
  }

  private static Pattern line(String times) {
    String spelled = times.replace("DAY", DAY).replace("TIME", TIME).replace("DATE", DATE);
    return Pattern.compile(spelled + ZONE + SCOPE);
  }

  /**
   * The window of this line.
   *
   * @throws IllegalArgumentException if it is none, with the reason
   */
  static FreezeWindow read(String text) {
    try {
      return new FreezeLine(text).read();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "says \"" + text + "\", which is no time: " + e.getMessage(), e);
    }
  }

  private FreezeWindow read() {
    if (weekly.matches()) {
      return window(
          weekly,
          new WindowTimes.Weekly(
              day(weekly, "day1"),
              time(weekly, "time1"),
              day(weekly, "day2"),
              time(weekly, "time2"),
              zone(weekly)));
    }
    if (daily.matches()) {
      String last = daily.group("day2") == null ? "day1" : "day2";
      return window(
          daily,
          new WindowTimes.Daily(
              day(daily, "day1"),
              day(daily, last),
              time(daily, "time1"),
              time(daily, "time2"),
              zone(daily)));
    }
    if (once.matches()) {
      return window(once, dates());
    }
    throw new IllegalArgumentException("says \"" + text + "\", which is no window");
  }

  /** A last day without time belongs to the window as a whole. */
  private WindowTimes dates() {
    LocalDate last = LocalDate.parse(once.group("date2"));
    LocalDateTime from = LocalDate.parse(once.group("date1")).atTime(timeOrMidnight("time1"));
    LocalDateTime to =
        once.group("time2") == null
            ? last.plusDays(1).atStartOfDay()
            : last.atTime(timeOrMidnight("time2"));
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("says \"" + text + "\", which ends before it begins");
    }
    return new WindowTimes.Once(from, to, zone(once));
  }

  private LocalTime timeOrMidnight(String group) {
    return once.group(group) == null ? LocalTime.MIDNIGHT : time(once, group);
  }

  private FreezeWindow window(Matcher matched, WindowTimes times) {
    return new FreezeWindow(text, times, scope(matched.group("step"), matched.group("weight")));
  }

  private static Scope scope(@Nullable String step, @Nullable String weight) {
    if (step != null) {
      return new Scope.FromStep(Integer.parseInt(step));
    }
    return new Scope.AboveWeight(weight == null ? 0 : Integer.parseInt(weight));
  }

  private static DayOfWeek day(Matcher matched, String group) {
    DayOfWeek day = DAYS.get(matched.group(group));
    if (day == null) {
      throw new IllegalStateException("a day that the pattern does not know");
    }
    return day;
  }

  private static LocalTime time(Matcher matched, String group) {
    return LocalTime.parse(matched.group(group));
  }

  private static ZoneId zone(Matcher matched) {
    return ZoneId.of(matched.group("zone"));
  }
}
