package com.alexandrite.rollouts.engine.condition;

import java.util.Map;
import java.util.Set;

/** The functions that take a closure: their names and how many arguments they want. */
final class Closures {

  private static final Map<String, int[]> ARGUMENTS =
      Map.ofEntries(
          Map.entry("all", new int[] {2, 2}),
          Map.entry("none", new int[] {2, 2}),
          Map.entry("any", new int[] {2, 2}),
          Map.entry("one", new int[] {2, 2}),
          Map.entry("filter", new int[] {2, 2}),
          Map.entry("map", new int[] {2, 2}),
          Map.entry("count", new int[] {1, 2}),
          Map.entry("sum", new int[] {1, 2}),
          Map.entry("find", new int[] {2, 2}),
          Map.entry("findIndex", new int[] {2, 2}),
          Map.entry("findLast", new int[] {2, 2}),
          Map.entry("findLastIndex", new int[] {2, 2}),
          Map.entry("groupBy", new int[] {2, 2}),
          Map.entry("sortBy", new int[] {2, 3}),
          Map.entry("reduce", new int[] {2, 3}));

  static final Set<String> NAMES = ARGUMENTS.keySet();

  private Closures() {}

  static int leastArguments(String name) {
    return ARGUMENTS.getOrDefault(name, new int[] {0, 0})[0];
  }

  static int mostArguments(String name) {
    return ARGUMENTS.getOrDefault(name, new int[] {0, 0})[1];
  }
}
