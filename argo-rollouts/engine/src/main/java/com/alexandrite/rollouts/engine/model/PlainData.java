package com.alexandrite.rollouts.engine.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state as plain data (text, number, boolean, list, map) and back: what a store writes as JSON.
 * A member of a sealed family carries its name in {@code "@type"}; absent means null.
 */
public final class PlainData {

  private static final String TYPE = "@type";

  /** The JDK makes them anew for each question. */
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private PlainData() {}

  /** The record as data. */
  public static Map<String, Object> of(Record value) {
    return without(Set.of(), value);
  }

  /** The record as data, but for the components of these names. */
  static Map<String, Object> without(Set<String> names, Record value) {
    Map<String, Object> data = new LinkedHashMap<>();
    for (RecordComponent component : COMPONENTS.get(value.getClass())) {
      Object plain = names.contains(component.getName()) ? null : plain(read(component, value));
      if (plain != null) {
        data.put(component.getName(), plain);
      }
    }
    return data;
  }

  /** The list as data. */
  public static List<Object> of(List<? extends Record> values) {
    return values.stream().<Object>map(value -> typed(value)).toList();
  }

  /** The record that this data came from. */
  public static <T extends Record> T read(Map<String, Object> data, Class<T> type) {
    RecordComponent[] components = COMPONENTS.get(type);
    @Nullable Object[] values = new @Nullable Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(data.get(components[i].getName()), components[i].getGenericType());
    }
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " in " + data, e);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its constructor", e);
    }
  }

  private static @Nullable Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't read " + component, e);
    }
  }

  private static Map<String, Object> typed(Record value) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(TYPE, value.getClass().getSimpleName());
    data.putAll(of(value));
    return data;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Enum<?> constant -> constant.name();
      case Instant instant -> instant.toString();
      case Duration duration -> duration.toString();
      case Record data -> family(data) ? typed(data) : of(data);
      case List<?> list -> list.stream().map(PlainData::plain).toList();
      case Set<?> set -> set.stream().map(PlainData::plain).toList();
      case Map<?, ?> map -> plainMap(map);
      default -> value;
    };
  }

  private static Map<String, Object> plainMap(Map<?, ?> map) {
    Map<String, Object> data = new LinkedHashMap<>();
    map.forEach((key, entry) -> {
      Object plain = plain(entry);
      if (plain != null) {
        data.put(key.toString(), plain);
      }
    });
    return data;
  }

  private static boolean family(Record value) {
    return Stream.of(value.getClass().getInterfaces()).anyMatch(Class::isSealed);
  }

  private static @Nullable Object value(@Nullable Object data, Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(data, (Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    return single(data, (Class<?>) type);
  }

  private static Object container(@Nullable Object data, Class<?> raw, Type[] arguments) {
    if (raw == Map.class) {
      Map<String, Object> read = new LinkedHashMap<>();
      Data.map(data).forEach((key, entry) -> put(read, key, value(entry, arguments[1])));
      return read;
    }
    List<@Nullable Object> read =
        Data.list(data).stream().<@Nullable Object>map(it -> value(it, arguments[0])).toList();
    return raw == Set.class ? Set.copyOf(read) : read;
  }

  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static @Nullable Object single(@Nullable Object data, Class<?> type) {
    if (type == boolean.class) {
      return Boolean.TRUE.equals(data);
    }
    if (data == null || type == Object.class || type == String.class) {
      return data;
    }
    if (data instanceof Number number) {
      return number(number, type);
    }
    if (type == Instant.class) {
      return Instant.parse(data.toString());
    }
    if (type == Duration.class) {
      return Duration.parse(data.toString());
    }
    if (type.isEnum()) {
      return constant(data.toString(), type);
    }
    return data instanceof Map<?, ?> map ? structure(Data.map(map), type) : data;
  }

  private static Object number(Number number, Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return number.intValue();
    }
    return type == long.class || type == Long.class ? (Object) number.longValue() : number;
  }

  private static Object constant(String name, Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + type + ": " + name));
  }

  private static Object structure(Map<String, Object> data, Class<?> type) {
    if (!type.isSealed()) {
      return read(data, type.asSubclass(Record.class));
    }
    Object name = data.get(TYPE);
    Class<?> member =
        Stream.of(type.getPermittedSubclasses())
            .filter(permitted -> permitted.getSimpleName().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no " + type + ": " + name));
    return read(data, member.asSubclass(Record.class));
  }
}
