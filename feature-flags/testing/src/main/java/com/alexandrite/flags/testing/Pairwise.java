package com.alexandrite.flags.testing;

import com.alexandrite.flags.Flag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every pair of variants of every two flags in few runs: a covering array, each row of which is
 * chosen greedily. A row starts with a pair that is still missing; each other flag takes the
 * variant that completes most missing pairs.
 */
final class Pairwise implements Plan {
  private final Map<String, Flag<?>> flags = new LinkedHashMap<>();
  private final List<Map<String, String>> runs = new ArrayList<>();
  private final Set<Pair> missing = new LinkedHashSet<>();

  private record Choice(String flag, String variant) {
    boolean isIn(Map<String, String> row) {
      return variant.equals(row.get(flag));
    }
  }

  /** Two choices of different flags; or twice the same, so that a lone flag is tried as well. */
  private record Pair(Choice one, Choice other) {
    void countIn(Map<Choice, Integer> needs) {
      needs.merge(one, 1, Integer::sum);
      needs.merge(other, 1, Integer::sum);
    }

    boolean isIn(Map<String, String> row) {
      return one.isIn(row) && other.isIn(row);
    }

    boolean isCompletedBy(Choice choice, Map<String, String> row) {
      return (one.equals(choice) || one.isIn(row)) && (other.equals(choice) || other.isIn(row));
    }
  }

  @Override
  public void ran(Map<String, String> variants, Collection<Flag<?>> asked) {
    runs.add(variants);
    asked.stream().filter(flag -> !flags.containsKey(flag.key())).forEach(this::add);
    for (Map<String, String> run : runs) {
      Map<String, String> row = new TreeMap<>(run);
      flags.forEach((key, flag) -> row.putIfAbsent(key, flag.fallback()));
      missing.removeIf(pair -> pair.isIn(row));
    }
  }

  private void add(Flag<?> flag) {
    for (Choice choice : choices(flag)) {
      missing.add(new Pair(choice, choice));
      flags.values().stream()
          .flatMap(earlier -> choices(earlier).stream())
          .forEach(earlier -> missing.add(new Pair(earlier, choice)));
    }
    flags.put(flag.key(), flag);
  }

  private static List<Choice> choices(Flag<?> flag) {
    return flag.variants().stream().map(one -> new Choice(flag.key(), one.name())).toList();
  }

  @Override
  public Optional<Map<String, String>> next() {
    Map<Choice, Integer> needs = new HashMap<>();
    missing.forEach(pair -> pair.countIn(needs));
    return missing.stream()
        .max(
            Comparator.comparingInt(
                pair -> needs.getOrDefault(pair.one, 0) + needs.getOrDefault(pair.other, 0)))
        .map(start -> row(start, needs));
  }

  private Map<String, String> row(Pair start, Map<Choice, Integer> needs) {
    Map<String, String> row = new TreeMap<>();
    row.put(start.one.flag, start.one.variant);
    row.put(start.other.flag, start.other.variant);
    for (Flag<?> flag : flags.values()) {
      if (!row.containsKey(flag.key())) {
        Choice best =
            choices(flag).stream()
                .max(
                    Comparator.<Choice>comparingLong(choice -> completed(choice, row))
                        .thenComparingInt(choice -> needs.getOrDefault(choice, 0)))
                .orElseThrow();
        row.put(flag.key(), best.variant);
      }
    }
    return row;
  }

  private long completed(Choice choice, Map<String, String> row) {
    return missing.stream().filter(pair -> pair.isCompletedBy(choice, row)).count();
  }
}
