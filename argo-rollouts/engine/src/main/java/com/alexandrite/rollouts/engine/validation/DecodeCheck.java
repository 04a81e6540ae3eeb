package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds values that the types of the API don't take. Fields without a type here pass. */
final class DecodeCheck {

  private static final Pattern QUANTITY =
      Pattern.compile(
          "[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+)?");

  private final List<Problem> problems = new ArrayList<>();

  private DecodeCheck() {}

  static List<Problem> of(Map<String, Object> rollout) {
    DecodeCheck check = new DecodeCheck();
    check.fields(rollout, ApiTypes.fieldsOf("Rollout"), "");
    return List.copyOf(check.problems);
  }

  private void fields(Map<String, Object> data, Map<String, String> types, String path) {
    types.forEach(
        (name, type) -> value(data.get(name), type, path.isEmpty() ? name : path + "." + name));
  }

  private void value(@Nullable Object value, String type, String path) {
    if (value == null) {
      return;
    }
    if (type.endsWith("[]")) {
      list(value, element(type), path);
    } else if (type.endsWith("{}")) {
      map(value, element(type), path);
    } else {
      single(value, type, path);
    }
  }

  private static String element(String type) {
    return type.substring(0, type.length() - 2);
  }

  private void list(Object value, String type, String path) {
    require(value instanceof List, path, "must be a list", "Begin each element with a dash");
    List<Object> elements = Data.list(value);
    for (int i = 0; i < elements.size(); i++) {
      value(elements.get(i), type, path + "[" + i + "]");
    }
  }

  private void map(Object value, String type, String path) {
    require(value instanceof Map, path, "must be a map", "Write its fields below it");
    Data.map(value).forEach((key, entry) -> value(entry, type, path + "." + key));
  }

  private void single(Object value, String type, String path) {
    switch (type) {
      case "any" -> {}
      case "text" -> require(value instanceof String, path, "must be a text", "Put it in quotes");
      case "flag" ->
          require(
              value instanceof Boolean, path, "must be true or false", "Write it without quotes");
      case "int" ->
          require(
              whole(value),
              path,
              "must be a whole number",
              "Write it without quotes and unit, below 2147483648");
      case "size" ->
          require(
              value instanceof String || whole(value),
              path,
              "must be a whole number or a text",
              "For example 2, 25% or 10s");
      case "time" -> require(time(value), path, "is no time", "Write it like 2026-01-31T10:00:00Z");
      case "quantity" ->
          require(quantity(value), path, "is no quantity", "For example 500m or 1Gi");
      default -> {
        require(value instanceof Map, path, "must be a map", "Write its fields below it");
        fields(Data.map(value), ApiTypes.fieldsOf(type), path);
      }
    }
  }

  private void require(boolean right, String path, String problem, String advice) {
    if (!right) {
      problems.add(new Problem(path, path, ErrorType.TYPE_INVALID, Rule.DECODE, problem, advice));
    }
  }

  private static boolean whole(Object value) {
    return value instanceof Number number && number.doubleValue() == number.intValue();
  }

  private static boolean time(Object value) {
    try {
      return value instanceof String text && OffsetDateTime.parse(text).getYear() >= 0;
    } catch (DateTimeParseException noTime) {
      return false;
    }
  }

  private static boolean quantity(Object value) {
    return value instanceof Number
        || (value instanceof String text && QUANTITY.matcher(text.strip()).matches());
  }
}
