package com.alexandrite.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.messages.OrderProgress.Move;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * The life of an order: by example, and that no heard sequence of events leads a follower astray.
 */
class OrderProgressTest {

  private static final List<OrderState> LIFE =
      List.of(
          OrderState.INITIATED,
          OrderState.FILE_UPLOADED,
          OrderState.SUBMITTED,
          OrderState.PRICE_CALCULATED,
          OrderState.MANUFACTURING_APPROVED,
          OrderState.MANUFACTURING_STARTED,
          OrderState.MANUFACTURING_COMPLETED,
          OrderState.PACKAGING,
          OrderState.SHIPPED,
          OrderState.CLOSED);

  @Test
  void wholeLifeIsLegalAndCounted() {
    OrderProgress end =
        LIFE.stream()
            .skip(1)
            .reduce(OrderProgress.begun(), OrderProgressTest::advance, (a, b) -> b);

    assertThat(end).isEqualTo(new OrderProgress(OrderState.CLOSED, 9));
  }

  @Test
  void failedPricingLeadsBackByNewFile() {
    assertThat(OrderState.FILE_UPLOADED.mayBecome(OrderState.PRICING_FAILED)).isTrue();
    assertThat(OrderState.PRICING_FAILED.next()).containsExactly(OrderState.FILE_UPLOADED);
  }

  @Test
  void gapNamesWhatIsMissing() {
    assertThat(at(3).follow(OrderState.MANUFACTURING_STARTED, 5)).isEqualTo(new Move.Gap(4, 5));
  }

  @Test
  void secondTellingIsKnown() {
    assertThat(at(4).follow(OrderState.MANUFACTURING_APPROVED, 4))
        .isEqualTo(new Move.AlreadyKnown());
  }

  @Property
  void nothingIllegalIsEverApplied(@ForAll OrderState from, @ForAll OrderState wanted) {
    Move move = new OrderProgress(from, 7).advanceTo(wanted);

    assertThat(move)
        .isEqualTo(
            from.mayBecome(wanted)
                ? new Move.Apply(new OrderProgress(wanted, 8))
                : new Move.Illegal(from, wanted));
  }

  /**
   * Duplicated and reordered as the broker likes, gaps retried as the kit does: the end is that of
   * a clean run.
   */
  @Property
  void anyDeliveryEndsLikeCleanRun(@ForAll("deliveries") List<Integer> deliveries) {
    OrderProgress progress = at(3);
    for (int round = 0; round <= LIFE.size(); round++) {
      for (int version : deliveries) {
        if (progress.follow(LIFE.get(version), version) instanceof Move.Apply apply) {
          progress = apply.progress();
        }
      }
    }

    assertThat(progress).isEqualTo(at(9));
  }

  @Provide
  Arbitrary<List<Integer>> deliveries() {
    Arbitrary<List<Integer>> repeats = Arbitraries.integers().between(4, 9).list().ofMaxSize(8);
    return repeats.flatMap(more -> {
      var all = new ArrayList<>(List.of(4, 5, 6, 7, 8, 9));
      all.addAll(more);
      return Arbitraries.shuffle(all);
    });
  }

  private static OrderProgress at(int version) {
    return new OrderProgress(LIFE.get(version), version);
  }

  private static OrderProgress advance(OrderProgress progress, OrderState wanted) {
    assertThat(progress.advanceTo(wanted)).isInstanceOf(Move.Apply.class);
    return ((Move.Apply) progress.advanceTo(wanted)).progress();
  }
}
