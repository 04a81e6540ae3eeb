package com.alexandrite.pricing.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.flags.testing.FixedFlags;
import com.alexandrite.kit.drill.JobDrill;
import com.alexandrite.messages.MaterialCode;
import com.alexandrite.messages.PriceRequested;
import com.alexandrite.messages.QuoteLine;
import com.alexandrite.pricing.model.MeasuringModel;
import com.alexandrite.pricing.model.ModelLimits;
import com.alexandrite.pricing.price.PriceRules;
import com.alexandrite.pricing.price.RateTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the flags change in a price, each in both of its states. */
class FlagsInPricingTest {

  private final InMemoryStore store = new InMemoryStore();
  private final FixedFlags flags = new FixedFlags();
  private final Pricing pricing =
      new Pricing(
          new PriceRules(RateTable.current()),
          new PriceRules(RateTable.next()),
          store,
          new ModelFetch(store, Duration.ofSeconds(5)),
          new BoundedMeasuring(
              file -> MeasuredModel.of(new MeasuringModel(ModelLimits.ofThisProcess()).of(file)),
              1,
              Duration.ofSeconds(10)),
          1_000_000,
          flags,
          JobDrill.none());

  @Test
  void rateTableChoosesTheNumbers() throws IOException {
    Answer.Priced usual = price(TestModels.cube(10));
    flags.set(Features.RATE_TABLE, "v2");
    Answer.Priced tried = price(TestModels.cube(10));

    assertThat(usual.price().rateTableVersion()).isEqualTo(RateTable.current().version());
    assertThat(tried.price().rateTableVersion()).isEqualTo(RateTable.next().version());
    assertThat(tried.price().total()).isNotEqualTo(usual.price().total());
  }

  @Test
  void unionCountsCommonSpaceOnce() throws IOException {
    byte[] overlapping = TestModels.cubes(20, 10);
    Answer.Priced sum = price(overlapping);
    flags.set(Features.VOLUME_METHOD, "union");
    Answer.Priced union = price(overlapping);

    assertThat(sum.volumeMethod()).isEqualTo("sum");
    assertThat(union.volumeMethod()).isEqualTo("union");
    // Of two cubes of 8000 mm3 that are 10 mm apart an eighth of each is common.
    assertThat(grams(union)).isCloseTo(grams(sum) * 15 / 16, within(0.01));
  }

  @Test
  void unionOfOneBodyIsItsVolume() throws IOException {
    Answer.Priced sum = price(TestModels.cube(10));
    flags.set(Features.VOLUME_METHOD, "union");

    assertThat(price(TestModels.cube(10)).price()).isEqualTo(sum.price());
  }

  @Test
  void partnersDiscountIsALineBeforeTax() throws IOException {
    Answer.Priced usual = price(TestModels.cube(10));
    flags.set(Features.PARTNER_DISCOUNT, "ten");
    Answer.Priced cheaper = price(TestModels.cube(10));

    assertThat(usual.price().lines()).extracting(QuoteLine::code).doesNotContain("discount");
    assertThat(cheaper.price().lines())
        .extracting(QuoteLine::code)
        .containsSubsequence("discount", "vat");
    assertThat(cheaper.price().total().amount())
        .isCloseTo(
            usual.price().total().amount().multiply(new BigDecimal("0.9")),
            org.assertj.core.api.Assertions.within(new BigDecimal("0.02")));
  }

  @Test
  void cacheIsUsedOrLeftAlone() throws IOException {
    flags.off(Features.PRICE_CACHE);
    price(TestModels.cube(10));
    assertThat(store.remembered).isEmpty();

    flags.on(Features.PRICE_CACHE);
    price(TestModels.cube(10));
    assertThat(store.remembered).hasSize(1);
  }

  @Test
  void drillTakesItsTime() throws IOException {
    long begin = System.nanoTime();
    price(TestModels.cube(10));
    assertThat(since(begin)).isLessThan(Duration.ofSeconds(2));

    flags.set(Features.FAULT_SLOW_PRICING, "slow");
    long slow = System.nanoTime();
    price(TestModels.cube(10));
    assertThat(since(slow)).isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void contextNamesOrderCustomerAndPartner() {
    PriceRequested request = TestModels.request(store.hold(TestModels.cube(10)));
    var forPartner =
        new PriceRequested(request.facts(), request.model(), MaterialCode.GOLD_750, 3, "goldhaus");
    EvaluationContext context = PriceContexts.of(forPartner, EvaluationContext.NOBODY);

    assertThat(context.id(Unit.ORDER)).isEqualTo(request.facts().orderId().toString());
    assertThat(context.id(Unit.USER)).isEqualTo("anna");
    assertThat(context.id(Unit.PARTNER)).isEqualTo("goldhaus");
    assertThat(context.attributes())
        .containsEntry("material", MaterialCode.GOLD_750)
        .containsEntry("quantity", "3");
    assertThat(PriceContexts.of(request, EvaluationContext.NOBODY).id(Unit.PARTNER)).isNull();
  }

  private Answer.Priced price(byte[] model) throws IOException {
    PriceRequested request = TestModels.request(store.hold(model));
    return (Answer.Priced) pricing.answer(request, EvaluationContext.NOBODY);
  }

  private static double grams(Answer.Priced priced) {
    return priced.price().lines().stream()
        .filter(line -> line.code().equals("metal"))
        .findFirst()
        .orElseThrow()
        .quantity()
        .doubleValue();
  }

  private static org.assertj.core.data.Offset<Double> within(double share) {
    return org.assertj.core.data.Offset.offset(share * 200);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
