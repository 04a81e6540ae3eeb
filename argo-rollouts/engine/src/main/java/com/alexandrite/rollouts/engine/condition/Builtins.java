package com.alexandrite.rollouts.engine.condition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of the language: which there are, and where each is computed. */
final class Builtins {

  /** All names, the ones with a closure among them. */
  static final Set<String> NAMES = names();

  private Builtins() {}

  private static Set<String> names() {
    Set<String> names = new HashSet<>(Closures.NAMES);
    names.addAll(Signature.BUILTIN.keySet());
    names.addAll(NumberFunctions.NAMES);
    names.addAll(CollectionFunctions.NAMES);
    names.addAll(List.of("len", "get", "now", "date"));
    return Set.copyOf(names);
  }

  static @Nullable Object call(
      String name, List<@Nullable Object> arguments, Instant now, Evaluator evaluator) {
    if (NumberFunctions.NAMES.contains(name)) {
      return NumberFunctions.call(name, arguments);
    }
    if (CollectionFunctions.NAMES.contains(name)) {
      Object value = CollectionFunctions.call(name, arguments);
      if (CollectionFunctions.COUNTED.contains(name)) {
        evaluator.grow(Membership.length(value));
      }
      return value;
    }
    Object first = arguments.isEmpty() ? null : arguments.getFirst();
    return switch (name) {
      case "len" -> length(first);
      case "get" -> Membership.get(first, arguments.get(1));
      case "type" -> GoTypes.word(first);
      case "string" -> GoText.of(first);
      case "now" -> now.atZone(first instanceof ZoneId zone ? zone : ZoneId.systemDefault());
      case "date" -> Times.date(arguments);
      case "duration" -> Times.duration(Texts.text(first));
      case "timezone" -> Times.zone(Texts.text(first));
      default -> TextFunctions.call(name, arguments, evaluator);
    };
  }

  private static long length(@Nullable Object value) {
    return value instanceof String text
        ? text.codePointCount(0, text.length())
        : Membership.length(value);
  }
}
