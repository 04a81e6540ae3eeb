package com.alexandrite.flags.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The covering array. */
class PairwisePropertiesTest {

  @Property(tries = 100)
  void everyPairOfVariantsOfEveryTwoFlagsOccurs(
      @ForAll @Size(max = 7) List<@IntRange(min = 2, max = 4) Integer> variants) {
    List<Flag<?>> flags = flags(variants);

    assertAllPairsOccur(flags, rows(flags, flags.size()));
  }

  @Property(tries = 100)
  void alsoWhenFlagsShowUpOneAfterTheOther(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 2, max = 4) Integer> variants,
      @ForAll @IntRange(min = 1, max = 8) int atFirst) {
    List<Flag<?>> flags = flags(variants);

    assertAllPairsOccur(flags, rows(flags, Math.min(atFirst, flags.size())));
  }

  @Example
  void fewRunsAreEnough() {
    assertThat(rows(flags(Collections.nCopies(1, 3)), 1)).hasSize(3);
    assertThat(rows(flags(Collections.nCopies(2, 2)), 2)).hasSize(4);
    assertThat(rows(flags(Collections.nCopies(10, 2)), 10))
        .as("instead of 1024")
        .hasSizeLessThanOrEqualTo(10);
    assertThat(rows(flags(Collections.nCopies(30, 2)), 30))
        .as("instead of 1,073,741,824")
        .hasSizeLessThanOrEqualTo(12);
  }

  @Example
  void withoutFlagsTheFirstRunIsTheOnlyOne() {
    assertThat(rows(List.of(), 0)).hasSize(1);
  }

  /** Plays a test that asks {@code atFirst} flags in its first run, and one more in each other. */
  private static List<Map<String, String>> rows(List<Flag<?>> flags, int atFirst) {
    Pairwise plan = new Pairwise();
    List<Map<String, String>> rows = new ArrayList<>();
    Optional<Map<String, String>> row = Optional.of(Map.of());
    while (row.isPresent()) {
      rows.add(row.get());
      int known = Math.min(flags.size(), atFirst + rows.size() - 1);
      List<Flag<?>> asked = new ArrayList<>(flags.subList(0, known));
      Collections.shuffle(asked, new Random(rows.size()));
      plan.ran(row.get(), asked);
      row = plan.next();
    }
    return rows;
  }

  private static void assertAllPairsOccur(List<Flag<?>> flags, List<Map<String, String>> rows) {
    for (Flag<?> one : flags) {
      for (Flag<?> other : flags.subList(0, flags.indexOf(one))) {
        one.variants()
            .forEach(mine ->
                other
                    .variants()
                    .forEach(its ->
                        assertThat(rows)
                            .as("%s=%s with %s=%s", one.key(), mine.name(), other.key(), its.name())
                            .anyMatch(
                                row -> has(row, one, mine.name()) && has(row, other, its.name()))));
      }
      one.variants().forEach(mine -> assertThat(rows).anyMatch(row -> has(row, one, mine.name())));
    }
  }

  private static boolean has(Map<String, String> row, Flag<?> flag, String variant) {
    return row.getOrDefault(flag.key(), flag.fallback()).equals(variant);
  }

  private static List<Flag<?>> flags(List<Integer> variants) {
    List<Flag<?>> flags = new ArrayList<>();
    for (int count : variants) {
      List<Flag.Variant<Integer>> all =
          IntStream.range(0, count).mapToObj(at -> new Flag.Variant<>("v" + at, at)).toList();
      int at = flags.size();
      String fallback = "v" + at % count;
      flags.add(new Flag<>(at, "flag-" + at, FlagType.RELEASE, Unit.USER, all, fallback));
    }
    return flags;
  }
}
