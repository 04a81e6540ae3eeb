package com.alexandrite.rollouts.engine.condition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions on texts. */
final class TextFunctions {

  private static final long MOST_REPEATS = 1_000_000;

  private TextFunctions() {}

  static @Nullable Object call(String name, List<@Nullable Object> arguments, Evaluator evaluator) {
    if (name.equals("join")) {
      return join(arguments);
    }
    if (name.equals("toJSON")) {
      return GoJson.indented(arguments.getFirst())
          .orElseThrow(() -> Fault.runtime("json: unsupported value"));
    }
    String text = Texts.text(arguments.getFirst());
    return switch (name) {
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "lower" -> text.toLowerCase(Locale.ROOT);
      case "trim" -> trim(text, arguments);
      case "trimPrefix" -> withoutPrefix(text, second(arguments, " "));
      case "trimSuffix" -> withoutSuffix(text, second(arguments, " "));
      case "split" -> split(text, arguments, false);
      case "splitAfter" -> split(text, arguments, true);
      case "replace" -> replace(text, arguments);
      case "repeat" -> repeat(text, Arithmetic.toInt(arguments.get(1)), evaluator);
      case "fromJSON" -> fromJson(text);
      case "toBase64" -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      case "fromBase64" -> fromBase64(text);
      default -> search(name, text, Texts.text(arguments.get(1)));
    };
  }

  private static Object search(String name, String text, String part) {
    return switch (name) {
      case "indexOf" -> bytesBefore(text, text.indexOf(part));
      case "lastIndexOf" -> bytesBefore(text, text.lastIndexOf(part));
      case "hasPrefix" -> text.startsWith(part);
      default -> text.endsWith(part);
    };
  }

  /** Positions count in bytes. */
  private static long bytesBefore(String text, int at) {
    return at < 0 ? -1 : text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
  }

  private static String second(List<@Nullable Object> arguments, String otherwise) {
    return arguments.size() > 1 ? Texts.text(arguments.get(1)) : otherwise;
  }

  private static String trim(String text, List<@Nullable Object> arguments) {
    if (arguments.size() > 1) {
      String set = Texts.text(arguments.get(1));
      return trimmed(text, c -> set.indexOf(c) >= 0);
    }
    return trimmed(text, Characters::isSpace);
  }

  private static String trimmed(String text, IntPredicate cut) {
    int[] characters = text.codePoints().toArray();
    int from = 0;
    int to = characters.length;
    while (from < to && cut.test(characters[from])) {
      from++;
    }
    while (to > from && cut.test(characters[to - 1])) {
      to--;
    }
    return new String(characters, from, to - from);
  }

  private static String withoutPrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String withoutSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static Object split(String text, List<@Nullable Object> arguments, boolean keep) {
    String separator = Texts.text(arguments.get(1));
    long most = arguments.size() > 2 ? Arithmetic.toInt(arguments.get(2)) : -1;
    if (most == 0) {
      return Elements.NIL;
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (most < 0 || parts.size() < most - 1) {
      int end = separator.isEmpty() ? nextCharacter(text, from) : text.indexOf(separator, from);
      if (end < 0) {
        break;
      }
      int next = end + separator.length();
      parts.add(text.substring(from, keep ? next : end));
      from = next;
    }
    if (!separator.isEmpty() || from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts.toArray(new String[0]);
  }

  /** Where the next character begins, -1 if this is the last. */
  private static int nextCharacter(String text, int from) {
    if (from >= text.length()) {
      return -1;
    }
    int next = text.offsetByCodePoints(from, 1);
    return next < text.length() ? next : -1;
  }

  private static String replace(String text, List<@Nullable Object> arguments) {
    String from = Texts.text(arguments.get(1));
    String to = Texts.text(arguments.get(2));
    long most = arguments.size() > 3 ? Arithmetic.toInt(arguments.get(3)) : -1;
    if (most < 0) {
      return text.replace(from, to);
    }
    StringBuilder replaced = new StringBuilder();
    int at = 0;
    for (long i = 0; i < most; i++) {
      int next = text.indexOf(from, from.isEmpty() && i > 0 ? at + 1 : at);
      if (next < 0 || (from.isEmpty() && i > 0 && at + 1 > text.length())) {
        break;
      }
      replaced.append(text, at, next).append(to);
      at = next + from.length();
    }
    return replaced.append(text.substring(at)).toString();
  }

  private static String repeat(String text, long times, Evaluator evaluator) {
    if (times < 0) {
      throw Fault.runtime(
          "invalid argument for repeat (expected positive integer, got " + times + ")");
    }
    evaluator.grow(times > MOST_REPEATS ? MOST_REPEATS : times * text.length());
    return text.repeat((int) times);
  }

  private static String join(List<@Nullable Object> arguments) {
    String glue = second(arguments, "");
    List<@Nullable Object> parts = Elements.of(arguments.getFirst());
    if (parts == null || arguments.getFirst() instanceof double[]) {
      throw Fault.runtime(
          "invalid argument for join (type " + GoTypes.name(arguments.getFirst()) + ")");
    }
    return parts.stream().map(Texts::text).collect(Collectors.joining(glue));
  }

  private static @Nullable Object fromJson(String text) {
    JsonText.Read read = JsonText.read(text);
    if (!read.valid()) {
      throw Fault.runtime("invalid JSON");
    }
    return read.value();
  }

  private static String fromBase64(String text) {
    String oneLine = text.replace("\r", "").replace("\n", "");
    try {
      byte[] bytes = Base64.getDecoder().decode(oneLine);
      if (oneLine.length() % 4 != 0) {
        throw Fault.runtime("illegal base64 data");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Fault.runtime("illegal base64 data");
    }
  }
}
