package com.alexandrite.rollouts.engine.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions on arrays and maps. */
final class CollectionFunctions {

  /** The ones whose elements count against the budget. */
  static final Set<String> COUNTED = Set.of("reverse", "concat", "flatten", "sort");

  static final Set<String> NAMES =
      Set.of(
          "first",
          "last",
          "take",
          "keys",
          "values",
          "toPairs",
          "fromPairs",
          "reverse",
          "uniq",
          "concat",
          "flatten",
          "sort");

  private CollectionFunctions() {}

  static @Nullable Object call(String name, List<@Nullable Object> arguments) {
    Object first = arguments.getFirst();
    return switch (name) {
      case "first" -> Elements.isArray(first) || first instanceof String ? end(first, 0) : null;
      case "last" -> Elements.isArray(first) || first instanceof String ? end(first, -1) : null;
      case "take" -> take(first, arguments.get(1));
      case "keys" -> new ArrayList<>(map(name, first).keySet());
      case "values" -> new ArrayList<>(map(name, first).values());
      case "toPairs" -> toPairs(map(name, first));
      case "fromPairs" -> fromPairs(array(name, first));
      case "reverse" -> new ArrayList<>(array(name, first).reversed());
      case "uniq" -> unique(array(name, first));
      case "concat" -> concat(arguments);
      case "flatten" -> flatten(array(name, first), new ArrayList<>());
      default -> sort(arguments);
    };
  }

  private static @Nullable Object end(@Nullable Object array, long index) {
    return Membership.get(array, index);
  }

  private static List<@Nullable Object> array(String name, @Nullable Object value) {
    List<@Nullable Object> elements = Elements.of(value);
    if (elements == null) {
      throw Fault.runtime("cannot " + name + " " + GoTypes.name(value));
    }
    return elements;
  }

  @SuppressWarnings("unchecked")
  private static Map<@Nullable Object, @Nullable Object> map(String name, @Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> (Map<@Nullable Object, @Nullable Object>) map;
      case AnyKeys map -> map.entries();
      case null, default ->
          throw Fault.runtime("cannot get " + name + " from " + GoTypes.name(value));
    };
  }

  private static Object take(@Nullable Object value, @Nullable Object count) {
    if (value == null || !(count instanceof Long wanted)) {
      throw Fault.runtime("cannot take " + GoTypes.name(count) + " elements");
    }
    int size = array("take from", value).size();
    if (wanted < 0) {
      throw Fault.runtime("reflect.Value.Slice: slice index out of bounds");
    }
    return Elements.slice(value, 0, (int) Math.min(wanted, size));
  }

  private static List<@Nullable Object> toPairs(Map<@Nullable Object, @Nullable Object> map) {
    List<@Nullable Object> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(Arrays.asList(key, value)));
    return pairs;
  }

  private static AnyKeys fromPairs(List<@Nullable Object> pairs) {
    Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
    for (Object pair : pairs) {
      List<@Nullable Object> both = Elements.of(pair);
      if (both == null || both.size() != 2) {
        throw Fault.runtime("invalid pair " + GoText.of(pair));
      }
      entries.put(both.getFirst(), both.getLast());
    }
    return new AnyKeys(entries, null);
  }

  private static List<@Nullable Object> unique(List<@Nullable Object> array) {
    List<@Nullable Object> unique = new ArrayList<>();
    for (Object element : array) {
      if (unique.stream().noneMatch(known -> Comparisons.equal(element, known))) {
        unique.add(element);
      }
    }
    return unique;
  }

  private static List<@Nullable Object> concat(List<@Nullable Object> arrays) {
    List<@Nullable Object> all = new ArrayList<>();
    arrays.forEach(array -> all.addAll(array("concat", array)));
    return all.isEmpty() ? Elements.NIL : all;
  }

  private static List<@Nullable Object> flatten(
      List<@Nullable Object> array, List<@Nullable Object> flat) {
    for (Object element : array) {
      List<@Nullable Object> inner = Elements.of(element);
      if (inner == null) {
        flat.add(element);
      } else {
        flatten(inner, flat);
      }
    }
    return flat;
  }

  private static List<@Nullable Object> sort(List<@Nullable Object> arguments) {
    boolean descending = arguments.size() == 2 && Sorting.descending(arguments.get(1));
    List<@Nullable Object> array = Elements.of(arguments.getFirst());
    return array == null ? Elements.NIL : Sorting.sorted(array, array, descending);
  }
}
