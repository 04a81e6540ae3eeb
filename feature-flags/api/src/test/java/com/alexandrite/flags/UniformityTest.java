package com.alexandrite.flags;

import static com.alexandrite.flags.Documents.LAYOUT;
import static com.alexandrite.flags.Documents.VIEWER;
import static com.alexandrite.flags.Documents.enabled;
import static com.alexandrite.flags.Documents.live;
import static com.alexandrite.flags.Documents.on;
import static com.alexandrite.flags.Statistics.TOO_FAR;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares and weights are kept; the ids are always the same, and so is the outcome. */
class UniformityTest {
  private static final int MANY = 500_000;

  @ParameterizedTest
  @ValueSource(strings = {"%d", "user-%07d", "anna.%d@example.com", "AX-2026-%06x", "Анна %d"})
  void allTenThousandBucketsAreFilledEvenly(String pattern) {
    assertThat(unevenness(Statistics.units(pattern, MANY).stream())).isBetween(-TOO_FAR, TOO_FAR);
  }

  @Test
  void randomIdsFillAllBucketsEvenly() {
    Random random = new Random(4);
    Stream<String> ids =
        Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()).toString());

    assertThat(unevenness(ids.limit(MANY))).isBetween(-TOO_FAR, TOO_FAR);
  }

  private static double unevenness(Stream<String> units) {
    Buckets buckets = new Buckets("salt", "price-breakdown");
    long[] counts = new long[Buckets.COUNT];
    units.forEach(unit -> counts[buckets.of(unit)]++);
    return Statistics.unevenness(counts);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 1_000, 5_000, 9_999})
  void aShareTakesThatManyIn(int share) {
    LiveFlags flags = live(enabled(VIEWER, on(share)));
    int people = 100_000;
    long in =
        IntStream.range(0, people).filter(at -> flags.isOn(VIEWER, Documents.user(at))).count();

    double part = share / 10_000.0;
    double spread = Math.sqrt(people * part * (1 - part));
    assertThat((in - people * part) / spread).isBetween(-TOO_FAR, TOO_FAR);
  }

  @Test
  void variantsAreServedByWeightWithinAShare() {
    List<Weighted> serve = List.of(new Weighted("old", 1), new Weighted("table", 3));
    LiveFlags flags = live(enabled(LAYOUT, new Rule(null, List.of(), 5_000, serve)));
    Map<String, Long> counts =
        IntStream.range(0, 100_000)
            .mapToObj(at -> flags.decide(LAYOUT, Documents.user(at)))
            .filter(decision -> decision.rule() == 0)
            .collect(Collectors.groupingBy(Decision::variant, Collectors.counting()));

    assertThat(counts).containsOnlyKeys("old", "table");
    double in = counts.values().stream().mapToLong(count -> count).sum();
    double spread = Math.sqrt(in * 0.25 * 0.75);
    assertThat((counts.getOrDefault("old", 0L) - in / 4) / spread).isBetween(-TOO_FAR, TOO_FAR);
  }

  @Test
  void aVariantOfWeightZeroIsNotServedUnlessAllAre() {
    LiveFlags one = serving(new Weighted("cards", 0), new Weighted("table", 5));
    LiveFlags none = serving(new Weighted("cards", 0), new Weighted("table", 0));
    LiveFlags huge =
        serving(new Weighted("cards", Integer.MAX_VALUE), new Weighted("table", Integer.MAX_VALUE));

    assertThat(variants(one)).containsOnlyKeys("table");
    assertThat(variants(none)).containsOnlyKeys("cards");
    assertThat(variants(huge)).containsOnlyKeys("cards", "table");
  }

  private static LiveFlags serving(Weighted... serve) {
    return live(enabled(LAYOUT, new Rule(null, List.of(), 10_000, List.of(serve))));
  }

  private static Map<String, Long> variants(LiveFlags flags) {
    return IntStream.range(0, 1_000)
        .mapToObj(at -> flags.decide(LAYOUT, Documents.user(at)).variant())
        .collect(Collectors.groupingBy(variant -> variant, Collectors.counting()));
  }

  @Test
  void theVariantSaysNothingAboutTheShare() {
    Buckets share = new Buckets("salt", "layout");
    Buckets variant = new Buckets("salt/variant", "layout");

    assertThat(
            Statistics.dependence(
                Statistics.units("user-%d", 100_000),
                unit -> share.of(unit) / 1_000,
                unit -> variant.of(unit) / 1_000))
        .isBetween(-TOO_FAR, TOO_FAR);
  }
}
