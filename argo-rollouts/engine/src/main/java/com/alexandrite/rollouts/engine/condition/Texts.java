package com.alexandrite.rollouts.engine.condition;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The operators on texts. */
final class Texts {

  private Texts() {}

  /** The value as the text that it has to be. */
  static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw Fault.runtime(
        "interface conversion: interface {} is " + GoTypes.name(value) + ", not string");
  }

  static boolean matches(@Nullable Object left, @Nullable Object right) {
    if (GoTypes.isNil(left) || GoTypes.isNil(right)) {
      return false;
    }
    String subject =
        left instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : text(left);
    return GoRegex.compile(text(right))
        .orElseThrow(() -> Fault.runtime("error parsing regexp: `" + right + "`"))
        .matcher(subject)
        .find();
  }

  static boolean affix(String operator, @Nullable Object left, @Nullable Object right) {
    if (GoTypes.isNil(left) || GoTypes.isNil(right)) {
      return false;
    }
    String subject = text(left);
    String part = text(right);
    return switch (operator) {
      case "contains" -> subject.contains(part);
      case "startsWith" -> subject.startsWith(part);
      default -> subject.endsWith(part);
    };
  }
}
