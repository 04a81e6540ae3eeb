package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.IntOrString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one map, notes every mistake, and at {@link #end} every field that nobody
 * asked for.
 */
public final class Fields {

  private final Map<String, Object> data;
  private final String path;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  /**
   * The fields of a map.
   *
   * @param path of the map in its document
   */
  public Fields(@Nullable Object value, String path, Problems problems) {
    this.data = Data.map(value);
    this.path = path;
    this.problems = problems;
    if (value != null && !(value instanceof Map)) {
      problems.add(path, "must be a map", "Write its fields below it");
    }
  }

  /** Where mistakes go. */
  public interface Problems {
    void add(String path, String problem, String advice);
  }

  Problems problems() {
    return problems;
  }

  /** The map itself. */
  public Map<String, Object> data() {
    return data;
  }

  String path() {
    return path;
  }

  String at(String name) {
    return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
  }

  /** Whether there is a value. */
  public boolean has(String name) {
    return raw(name) != null;
  }

  /** The value as it is; null if absent. */
  public @Nullable Object raw(String name) {
    asked.add(name);
    return data.get(name);
  }

  /** The text; empty if absent. */
  public String text(String name) {
    Object value = raw(name);
    if (value != null && !(value instanceof String)) {
      problem(name, "must be a text", "Put it in quotes");
    }
    return value instanceof String text ? text : "";
  }

  /** The text, which must be there. */
  public String required(String name) {
    if (!has(name)) {
      problem(name, "is missing", "Add it");
    }
    return text(name);
  }

  /** The whole number; null if absent. */
  public @Nullable Integer integer(String name) {
    Object value = raw(name);
    if (value instanceof Number number && number.doubleValue() == number.intValue()) {
      return number.intValue();
    }
    if (value != null) {
      problem(name, "must be a whole number", "Write it without quotes and unit");
    }
    return null;
  }

  /** The whole number. */
  public int integer(String name, int otherwise) {
    Integer value = integer(name);
    return value == null ? otherwise : value;
  }

  /** Whether the value is true. */
  public boolean flag(String name) {
    Object value = raw(name);
    if (value != null && !(value instanceof Boolean)) {
      problem(name, "must be true or false", "Write it without quotes");
    }
    return Boolean.TRUE.equals(value);
  }

  @Nullable IntOrString intOrString(String name) {
    Object value = raw(name);
    if (value != null && !(value instanceof Number) && !(value instanceof String)) {
      problem(name, "must be a number or a text", "For example 2, 25% or 10s");
      return null;
    }
    return IntOrString.from(value);
  }

  /** The fields of the map below this field; none if absent. */
  public Fields child(String name) {
    return new Fields(raw(name), at(name), problems);
  }

  /** What each element of a list is read as; null elements are left out. */
  public <T> List<T> list(String name, Function<Fields, @Nullable T> read) {
    Object value = raw(name);
    if (value != null && !(value instanceof List)) {
      problem(name, "must be a list", "Begin each element with a dash");
    }
    List<T> elements = new ArrayList<>();
    int index = 0;
    for (Object element : Data.list(value)) {
      T read1 = read.apply(new Fields(element, at(name) + "[" + index++ + "]", problems));
      if (read1 != null) {
        elements.add(read1);
      }
    }
    return elements;
  }

  /** A map of texts. */
  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    child(name)
        .data()
        .forEach((key, value) -> {
          if (value instanceof String text) {
            texts.put(key, text);
          } else {
            problem(name + "." + key, "must be a text", "Put it in quotes");
          }
        });
    return texts;
  }

  /** Notes a mistake of a field. */
  public void problem(String name, String problem, String advice) {
    problems.add(at(name), problem, advice);
  }

  /** Notes a field that exists with Argo, but is not executed here. */
  void refuse(String name, String advice) {
    if (has(name)) {
      problem(name, "is not executed by this engine", advice);
    }
  }

  /** Takes a field that has no effect on one machine. */
  void ignore(String... names) {
    asked.addAll(List.of(names));
  }

  /** Notes each field that nobody asked for. */
  public void end() {
    for (String name : data.keySet()) {
      if (!asked.contains(name)) {
        problem(name, "is not a known field", "Check the spelling and the indentation");
      }
    }
  }
}
