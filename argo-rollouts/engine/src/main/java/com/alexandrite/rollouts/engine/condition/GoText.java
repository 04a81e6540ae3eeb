package com.alexandrite.rollouts.engine.condition;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints values as Go prints them by default: {@code [1 2]}, {@code map[a:1]}, {@code <nil>}. */
public final class GoText {

  private GoText() {}

  /** The text of any value of the language or of a manifest's tree. */
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "<nil>";
      case Double number -> GoNumbers.general(number);
      case Map<?, ?> map -> map(map);
      case AnyKeys map -> map(map.entries());
      case ZonedDateTime time -> TimeText.of(time);
      case Duration length -> TimeText.of(length);
      case Month month -> TimeText.of(month);
      case DayOfWeek day -> TimeText.of(day);
      default -> {
        List<@Nullable Object> elements = Elements.of(value);
        yield elements == null ? value.toString() : list(elements);
      }
    };
  }

  private static String list(List<@Nullable Object> elements) {
    return elements.stream().map(GoText::of).collect(Collectors.joining(" ", "[", "]"));
  }

  private static String map(Map<?, ?> map) {
    Map<String, String> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(of(key), of(value)));
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(" ", "map[", "]"));
  }
}
