package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.condition.GoJson;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.template.Refused.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts arguments in the place of {@code {{args.name}}} anywhere in a metric, once and without
 * recursion.
 *
 * <p>The original does so on the metric's JSON text, which shows: a name with a character that JSON
 * escapes is never found, and a value with a character that JSON has no escape for can't be used.
 */
final class ArgumentValues {

  private final Map<String, String> values = new HashMap<>();
  private @Nullable String unresolved;

  private ArgumentValues() {}

  /** An argument without a value fails everything, even if nobody uses it. */
  static ArgumentValues of(List<Argument> args) {
    ArgumentValues result = new ArgumentValues();
    for (Argument argument : args) {
      String value = argument.value();
      if (value == null) {
        throw new Refused.Signal(
            Reason.ARGUMENT_NOT_SUPPLIED,
            argument.name(),
            "argument \"" + argument.name() + "\" was not supplied");
      }
      result.values.put("args." + argument.name(), value);
    }
    return result;
  }

  Map<String, @Nullable Object> fillIn(Map<String, ? extends @Nullable Object> metric) {
    Map<String, @Nullable Object> filled = map(metric);
    if (unresolved != null) {
      throw new Refused.Signal(
          Reason.UNRESOLVED_TAG, unresolved, "failed to resolve {{" + unresolved + "}}");
    }
    return filled;
  }

  private Map<String, @Nullable Object> map(Map<?, ?> map) {
    Map<String, @Nullable Object> filled = new LinkedHashMap<>();
    map.forEach((key, value) -> filled.put(text(String.valueOf(key)), any(value)));
    return filled;
  }

  private @Nullable Object any(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text(text);
      case Map<?, ?> map -> map(map);
      case List<?> list -> {
        List<@Nullable Object> filled = new ArrayList<>();
        list.forEach(element -> filled.add(any(element)));
        yield filled;
      }
      default -> value;
    };
  }

  private String text(String text) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      int close = text.indexOf("}}", open + 2);
      String tag = text.substring(open + 2, close < 0 ? text.length() : close);
      // Without its end a tag reaches into the JSON behind the text: that is the name of nothing.
      filled.append(text, at, open).append(close < 0 ? unknown(tag) : value(tag));
      at = close < 0 ? text.length() : close + 2;
    }
    return filled.append(text.substring(at)).toString();
  }

  private String value(String tag) {
    String json = GoJson.compact(tag).orElse("\"\"");
    String name = json.substring(1, json.length() - 1).strip();
    String value = values.get(name);
    if (value == null) {
      return unknown(json.substring(1, json.length() - 1));
    }
    if (value.codePoints().anyMatch(ArgumentValues::withoutJsonEscape)) {
      throw new Refused.Signal(
          Reason.INVALID_ARGUMENT_TEXT, name, "invalid character in string escape code");
    }
    return value;
  }

  private String unknown(String tag) {
    unresolved = tag;
    return "";
  }

  private static boolean withoutJsonEscape(int c) {
    if (c < ' ' || c == 0x7f) {
      return "\n\r\t\f\b".indexOf(c) < 0;
    }
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED, Character.FORMAT, Character.PRIVATE_USE, Character.CONTROL ->
          c > 0xffff;
      default -> false;
    };
  }
}
