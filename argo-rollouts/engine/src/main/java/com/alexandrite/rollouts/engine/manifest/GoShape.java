package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.condition.GoJson;
import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a Go type writes itself as JSON: known fields only, in their own order, some of them even
 * where they are absent.
 */
sealed interface GoShape {

  GoShape TEXT = new Plain("\"\"");
  GoShape NUMBER = new Plain("0");
  GoShape FLAG = new Plain("false");
  GoShape TEXTS = new Plain("null");

  /** Any JSON, its keys in the order in which they are written. */
  GoShape AS_WRITTEN = new Written();

  /** The JSON of a value that has this shape; of an absent one, the type's zero. */
  String json(@Nullable Object value);

  /** A struct. */
  static GoShape struct(Field... fields) {
    return new Struct(List.of(fields));
  }

  /** A slice. */
  static GoShape list(GoShape element) {
    return new Many(element);
  }

  /** A map, its keys sorted. */
  static GoShape map(GoShape entry) {
    return new Entries(entry);
  }

  /** A pointer: left out where it is absent. */
  static Field pointer(String name, GoShape shape) {
    return new Field(name, shape, Presence.IF_WRITTEN);
  }

  /** Left out where it is absent or empty. */
  static Field filled(String name, GoShape shape) {
    return new Field(name, shape, Presence.IF_FILLED);
  }

  /** Never left out. */
  static Field always(String name, GoShape shape) {
    return new Field(name, shape, Presence.ALWAYS);
  }

  /** When a field is written. */
  enum Presence {
    IF_WRITTEN,
    IF_FILLED,
    ALWAYS;

    boolean writes(@Nullable Object value) {
      return switch (this) {
        case ALWAYS -> true;
        case IF_WRITTEN -> value != null;
        case IF_FILLED -> value != null && !empty(value);
      };
    }

    private static boolean empty(Object value) {
      return switch (value) {
        case List<?> list -> list.isEmpty();
        case Map<?, ?> map -> map.isEmpty();
        default -> value.equals("") || value.equals(false);
      };
    }
  }

  /** A field of a struct. */
  record Field(String name, GoShape shape, Presence presence) {}

  /** A value without fields of its own. */
  record Plain(String zero) implements GoShape {
    @Override
    public String json(@Nullable Object value) {
      return value == null ? zero : GoJson.compact(value).orElse(zero);
    }
  }

  /** See {@link #struct}. */
  record Struct(List<Field> fields) implements GoShape {
    @Override
    public String json(@Nullable Object value) {
      Map<String, Object> written = Data.map(value);
      StringJoiner json = new StringJoiner(",", "{", "}");
      for (Field field : fields) {
        Object entry = written.get(field.name());
        if (field.presence().writes(entry)) {
          json.add(TEXT.json(field.name()) + ":" + field.shape().json(entry));
        }
      }
      return json.toString();
    }
  }

  /** A pointer that is written even where it is absent. */
  record OrNull(GoShape shape) implements GoShape {
    @Override
    public String json(@Nullable Object value) {
      return value == null ? "null" : shape.json(value);
    }
  }

  /** See {@link #list}. */
  record Many(GoShape element) implements GoShape {
    @Override
    public String json(@Nullable Object value) {
      if (value == null) {
        return "null";
      }
      StringJoiner json = new StringJoiner(",", "[", "]");
      Data.list(value).forEach(entry -> json.add(element.json(entry)));
      return json.toString();
    }
  }

  /** See {@link #map}. */
  record Entries(GoShape entry) implements GoShape {
    @Override
    public String json(@Nullable Object value) {
      StringJoiner json = new StringJoiner(",", "{", "}");
      new TreeMap<>(Data.map(value))
          .forEach((name, member) -> json.add(TEXT.json(name) + ":" + entry.json(member)));
      return json.toString();
    }
  }

  /** See {@link #AS_WRITTEN}. */
  record Written() implements GoShape {
    @Override
    public String json(@Nullable Object value) {
      if (value instanceof List<?>) {
        return new Many(this).json(value);
      }
      if (!(value instanceof Map<?, ?> map)) {
        return TEXTS.json(value);
      }
      StringJoiner json = new StringJoiner(",", "{", "}");
      map.forEach((name, member) -> json.add(TEXT.json(name) + ":" + json(member)));
      return json.toString();
    }
  }
}
