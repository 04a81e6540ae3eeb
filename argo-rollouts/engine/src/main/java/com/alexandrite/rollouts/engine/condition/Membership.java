package com.alexandrite.rollouts.engine.condition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Getting at the parts of collections: elements, fields, slices, membership. */
final class Membership {

  private Membership() {}

  static @Nullable Object fetch(@Nullable Object base, @Nullable Object property) {
    if (base instanceof Map<?, ?> map) {
      return map.get(key(property));
    }
    if (base instanceof AnyKeys map) {
      boolean known = map.has(property);
      return known ? map.entries().get(property) : map.absent();
    }
    List<@Nullable Object> elements = elements(base);
    if (elements == null) {
      throw Fault.runtime("cannot fetch " + GoText.of(property) + " from " + GoTypes.name(base));
    }
    long index = Arithmetic.toInt(property);
    long at = index < 0 ? elements.size() + index : index;
    if (at < 0 || at >= elements.size()) {
      throw Fault.runtime(
          "index out of range: %d (array length is %d)".formatted(at, elements.size()));
    }
    return elements.get((int) at);
  }

  /** Like {@link #fetch}, but nil where there is nothing. */
  static @Nullable Object get(@Nullable Object base, @Nullable Object property) {
    if (base == null) {
      return null;
    }
    if (base instanceof Map || base instanceof AnyKeys) {
      return fetch(base, property);
    }
    List<@Nullable Object> elements = elements(base);
    if (elements == null) {
      return null;
    }
    long index = Arithmetic.toInt(property);
    long at = index < 0 ? elements.size() + index : index;
    return at >= 0 && at < elements.size() ? elements.get((int) at) : null;
  }

  /** Elements of an array, bytes of a text; null for anything else. */
  private static @Nullable List<@Nullable Object> elements(@Nullable Object base) {
    return Elements.of(base instanceof String text ? utf8(text) : base);
  }

  private static String key(@Nullable Object property) {
    return property == null ? "" : Texts.text(property);
  }

  static boolean in(@Nullable Object needle, @Nullable Object hay) {
    if (hay == null) {
      return false;
    }
    if (hay instanceof Map<?, ?> map) {
      return map.containsKey(key(needle));
    }
    if (hay instanceof AnyKeys map) {
      return map.has(needle);
    }
    List<@Nullable Object> elements = Elements.of(hay);
    if (elements == null) {
      throw Fault.runtime("operator \"in\" not defined on " + GoTypes.name(hay));
    }
    for (Object element : elements) {
      if (Comparisons.equal(element, needle)) {
        return true;
      }
    }
    return false;
  }

  static boolean inTexts(@Nullable Object needle, Set<String> texts) {
    return texts.contains(key(needle));
  }

  /** Elements of an array or a map, bytes of a text. */
  static int length(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof AnyKeys map) {
      return map.entries().size();
    }
    List<@Nullable Object> elements = elements(value);
    if (elements == null) {
      throw Fault.runtime("invalid argument for len (type " + GoTypes.name(value) + ")");
    }
    return elements.size();
  }

  static Object slice(@Nullable Object base, @Nullable Object from, @Nullable Object to) {
    Object array = base instanceof String text ? utf8(text) : base;
    if (array == null || Elements.of(array) == null) {
      throw Fault.runtime("cannot slice " + GoTypes.name(base));
    }
    int length = length(base);
    int start = bound(Arithmetic.toInt(from), length);
    int end = Math.min(bound(Arithmetic.toInt(to), length), length);
    Object part = Elements.slice(array, Math.min(start, end), end);
    return base instanceof String && part instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : part;
  }

  /** A bound counted from the end if it is negative, never below the start. */
  private static int bound(long index, int length) {
    long at = index < 0 ? length + index : index;
    return (int) Math.clamp(at, 0L, Integer.MAX_VALUE);
  }

  /** The elements that a closure runs over. */
  static List<@Nullable Object> loop(@Nullable Object value) {
    List<@Nullable Object> elements = elements(value);
    if (elements != null) {
      return elements;
    }
    if (value instanceof Map<?, ?> map && map.isEmpty()) {
      return List.of();
    }
    throw Fault.runtime("reflect: call of reflect.Value.Len on " + GoTypes.name(value) + " Value");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
