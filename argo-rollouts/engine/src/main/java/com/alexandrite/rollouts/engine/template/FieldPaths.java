package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.condition.GoText;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.template.Refused.Reason;
import com.alexandrite.rollouts.engine.validation.MetadataPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one value of a Rollout by its path. */
final class FieldPaths {

  private static final Pattern SUBSCRIPT = Pattern.compile("(.+?)\\['(.*)']");
  private static final Pattern SEPARATORS = Pattern.compile("[.\\[\\]]+");
  private static final Pattern INDEX = Pattern.compile("[-+]?[0-9]+");

  private FieldPaths() {}

  /** The value as text; throws a {@link Refused.Signal}. */
  static String value(String path, Map<String, Object> rollout) {
    return path.startsWith("metadata")
        ? metadata(path, Data.map(rollout.get("metadata")))
        : anywhere(path, rollout);
  }

  private static String metadata(String path, Map<String, Object> metadata) {
    Matcher subscript = SUBSCRIPT.matcher(path);
    if (subscript.matches()) {
      if (!MetadataPath.readable(path)) {
        throw unsupported(path);
      }
      return switch (subscript.group(1)) {
        case "metadata.annotations", "metadata.labels" ->
            Data.text(map(subscript.group(1), metadata).get(subscript.group(2)));
        default -> throw unsupported(path);
      };
    }
    return switch (path) {
      case "metadata.annotations", "metadata.labels" -> lines(map(path, metadata));
      case "metadata.name", "metadata.namespace", "metadata.uid" ->
          Data.text(metadata.get(path.substring("metadata.".length())));
      default -> throw unsupported(path);
    };
  }

  private static Map<String, Object> map(String path, Map<String, Object> metadata) {
    return Data.map(metadata.get(path.substring("metadata.".length())));
  }

  /** One {@code key="value"} a line, sorted. */
  private static String lines(Map<String, Object> map) {
    return new TreeMap<>(map)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=\"" + escaped(Data.text(entry.getValue())) + "\"")
            .collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\r", "\\r");
  }

  private static String anywhere(String path, Map<String, Object> rollout) {
    Object at = rollout;
    for (String section : SEPARATORS.split(path, -1)) {
      if (!section.isEmpty()) {
        at = child(at, section, path);
      }
    }
    return switch (at) {
      case null -> throw invalid(path);
      case Map<?, ?> map -> throw notPrimitive(path);
      case List<?> list -> throw notPrimitive(path);
      case Number number -> GoText.of(number.doubleValue());
      default -> at.toString();
    };
  }

  private static @Nullable Object child(@Nullable Object at, String section, String path) {
    return switch (at) {
      case List<?> list -> element(list, section);
      case Map<?, ?> map -> map.get(section);
      case null, default -> throw invalid(path);
    };
  }

  private static Object element(List<?> list, String section) {
    if (!INDEX.matcher(section).matches()) {
      throw new Refused.Signal(Reason.INVALID_INDEX, section, "invalid index '" + section + "'");
    }
    int index = Integer.parseInt(section);
    if (index < 0 || index >= list.size()) {
      throw new Refused.Signal(
          Reason.INDEX_OUT_OF_RANGE, section, "index " + index + " out of range");
    }
    return list.get(index);
  }

  private static Refused.Signal invalid(String path) {
    return new Refused.Signal(Reason.INVALID_PATH, path, "invalid path " + path + " in rollout");
  }

  private static Refused.Signal notPrimitive(String path) {
    return new Refused.Signal(
        Reason.NOT_PRIMITIVE,
        path,
        "path " + path + " in rollout must terminate in a primitive value");
  }

  private static Refused.Signal unsupported(String path) {
    return new Refused.Signal(Reason.UNSUPPORTED_FIELD, path, "unsupported fieldPath: " + path);
  }
}
