package com.alexandrite.rollouts.engine.condition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and durations. */
final class Times {

  /** The layouts that are tried where none is given. */
  private static final List<String> LAYOUTS =
      List.of(
          "2006-01-02",
          "15:04:05",
          "2006-01-02 15:04:05",
          "2006-01-02T15:04:05Z07:00",
          "02 Jan 06 15:04 MST",
          "Monday, 02-Jan-06 15:04:05 MST",
          "Mon, 02 Jan 2006 15:04:05 MST");

  private static final Pattern ELEMENT =
      Pattern.compile(
          "2006|January|Jan|Monday|Mon|MST|Z07:00|Z0700|-07:00|-0700|-07|01|02|03|04|05|06|15|PM|"
              + "[1-5]|[^0-9A-Za-z]|[A-Za-z]+|[0-9]");

  private Times() {}

  static Duration duration(String text) {
    return GoDuration.parse(text)
        .orElseThrow(() -> Fault.runtime("time: invalid duration \"" + text + "\""));
  }

  static ZoneId zone(String name) {
    try {
      return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Fault.runtime("unknown time zone " + name);
    }
  }

  /** {@code date([zone,] text [, layout [, zone]])}; without a zone anywhere it is UTC. */
  static ZonedDateTime date(List<@Nullable Object> arguments) {
    boolean zoned = arguments.getFirst() instanceof ZoneId;
    ZoneId zone = arguments.getFirst() instanceof ZoneId given ? given : ZoneOffset.UTC;
    List<@Nullable Object> rest = zoned ? arguments.subList(1, arguments.size()) : arguments;
    if (rest.isEmpty()) {
      throw Fault.runtime("index out of range");
    }
    String text = Texts.text(rest.getFirst());
    if (rest.size() == 3) {
      zone = zone(Texts.text(rest.get(2)));
    }
    List<String> layouts = rest.size() > 1 ? List.of(Texts.text(rest.get(1))) : LAYOUTS;
    for (String layout : layouts) {
      ZonedDateTime time = parse(text, layout, zone);
      if (time != null) {
        return time;
      }
    }
    throw Fault.runtime("invalid date " + text);
  }

  private static @Nullable ZonedDateTime parse(String text, String layout, ZoneId zone) {
    try {
      DateTimeFormatter formatter = formatter(layout);
      return layout.contains("MST")
          ? ZonedDateTime.parse(text, formatter.withZone(zone))
          : at(formatter.parse(text), zone);
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  /** An offset that is not that of the zone then stays with the time. */
  private static ZonedDateTime at(TemporalAccessor parsed, ZoneId zone) {
    LocalDateTime local = LocalDateTime.from(parsed);
    if (!parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
      return local.atZone(zone);
    }
    ZoneOffset offset = ZoneOffset.from(parsed);
    boolean known = zone.getRules().getOffset(local.toInstant(offset)).equals(offset);
    return local.atOffset(offset).atZoneSameInstant(known ? zone : offset);
  }

  /** The time in a layout. */
  static String format(ZonedDateTime time, String layout) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    Matcher element = ELEMENT.matcher(layout);
    while (element.find()) {
      if (element.group().equals("MST")) {
        builder.appendLiteral(zone(time));
      } else {
        append(builder, element.group());
      }
    }
    return builder.toFormatter(Locale.ENGLISH).format(time);
  }

  /** The short name of a zone; a bare offset is its own. */
  private static String zone(ZonedDateTime time) {
    ZoneId zone = time.getZone().normalized();
    if (zone.equals(ZoneOffset.UTC)) {
      return "UTC";
    }
    return DateTimeFormatter.ofPattern(zone instanceof ZoneOffset ? "xx" : "z", Locale.ENGLISH)
        .format(time);
  }

  private static DateTimeFormatter formatter(String layout) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    Matcher element = ELEMENT.matcher(layout);
    boolean seconds = false;
    while (element.find()) {
      append(builder, element.group());
      if (element.group().equals("05") || element.group().equals("5")) {
        // Fractions are read even where the layout has none.
        builder.appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true);
        seconds = true;
      }
    }
    if (!layout.contains("06")) {
      builder.parseDefaulting(ChronoField.YEAR, 0);
    }
    builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
    builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
    builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
    builder.parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0);
    if (!seconds) {
      builder.parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0);
    }
    return builder.toFormatter(Locale.ENGLISH);
  }

  private static void append(DateTimeFormatterBuilder builder, String element) {
    switch (element) {
      case "2006" -> builder.appendPattern("uuuu");
      case "06" -> builder.appendPattern("uu");
      case "January" -> builder.appendPattern("MMMM");
      case "Jan" -> builder.appendPattern("MMM");
      case "01" -> builder.appendPattern("MM");
      case "1" -> builder.appendPattern("M");
      case "Monday" -> builder.appendPattern("EEEE");
      case "Mon" -> builder.appendPattern("EEE");
      case "02" -> builder.appendPattern("dd");
      case "2" -> builder.appendPattern("d");
      case "15" -> builder.appendPattern("HH");
      case "03" -> builder.appendPattern("hh");
      case "3" -> builder.appendPattern("h");
      case "04" -> builder.appendPattern("mm");
      case "4" -> builder.appendPattern("m");
      case "05" -> builder.appendPattern("ss");
      case "5" -> builder.appendPattern("s");
      case "PM" -> builder.appendPattern("a");
      case "MST" -> builder.appendPattern("z");
      case "Z07:00" -> builder.appendOffset("+HH:MM", "Z");
      case "Z0700" -> builder.appendOffset("+HHMM", "Z");
      case "-07:00" -> builder.appendOffset("+HH:MM", "+00:00");
      case "-0700" -> builder.appendOffset("+HHMM", "+0000");
      case "-07" -> builder.appendOffset("+HH", "+00");
      default -> builder.appendLiteral(element);
    }
  }
}
