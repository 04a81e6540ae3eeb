package com.alexandrite.rollouts.engine.condition;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes JSON byte for byte as Go's encoder: keys sorted, {@code <>&} escaped. */
public final class GoJson {

  private final StringBuilder json = new StringBuilder();
  private final String indent;

  private GoJson(String indent) {
    this.indent = indent;
  }

  /** On one line; empty if a number has no JSON form. */
  public static Optional<String> compact(@Nullable Object value) {
    return write(value, "");
  }

  static Optional<String> indented(@Nullable Object value) {
    return write(value, "  ");
  }

  private static Optional<String> write(@Nullable Object value, String indent) {
    GoJson json = new GoJson(indent);
    return json.value(value, 0) ? Optional.of(json.json.toString()) : Optional.empty();
  }

  private boolean value(@Nullable Object value, int depth) {
    return switch (value) {
      case null -> append("null");
      case String text -> text(text);
      case Double number ->
          !Double.isNaN(number) && !Double.isInfinite(number) && append(GoNumbers.json(number));
      case Number number -> append(number.toString());
      case Boolean bool -> append(bool.toString());
      case ZonedDateTime time -> text(TimeText.json(time));
      case Duration length -> append(Long.toString(length.toNanos()));
      case Map<?, ?> map -> map(map, depth);
      default -> {
        List<@Nullable Object> elements = Elements.of(value);
        yield elements != null && (GoTypes.isNil(value) ? append("null") : list(elements, depth));
      }
    };
  }

  private boolean append(String text) {
    json.append(text);
    return true;
  }

  private boolean list(List<@Nullable Object> elements, int depth) {
    json.append('[');
    boolean first = true;
    for (Object element : elements) {
      separate(first, depth + 1);
      first = false;
      if (!value(element, depth + 1)) {
        return false;
      }
    }
    return close(elements.isEmpty(), depth, "]");
  }

  private boolean map(Map<?, ?> map, int depth) {
    Map<String, @Nullable Object> sorted = new TreeMap<>(Comparisons::texts);
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    json.append('{');
    boolean first = true;
    for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
      separate(first, depth + 1);
      first = false;
      text(entry.getKey());
      json.append(indent.isEmpty() ? ":" : ": ");
      if (!value(entry.getValue(), depth + 1)) {
        return false;
      }
    }
    return close(sorted.isEmpty(), depth, "}");
  }

  private void separate(boolean first, int depth) {
    if (!first) {
      json.append(',');
    }
    line(depth);
  }

  private boolean close(boolean empty, int depth, String bracket) {
    if (!empty) {
      line(depth);
    }
    return append(bracket);
  }

  private void line(int depth) {
    if (!indent.isEmpty()) {
      json.append('\n').append(indent.repeat(depth));
    }
  }

  private boolean text(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    return append("\"");
  }

  private void character(char c) {
    switch (c) {
      case '"', '\\' -> json.append('\\').append(c);
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      case '\b' -> json.append("\\b");
      case '\f' -> json.append("\\f");
      case '<', '>', '&', '\u2028', '\u2029' -> json.append("\\u%04x".formatted((int) c));
      default -> {
        if (c < ' ') {
          json.append("\\u%04x".formatted((int) c));
        } else {
          json.append(c);
        }
      }
    }
  }
}
