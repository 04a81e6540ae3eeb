package com.alexandrite.pricing.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.alexandrite.messages.MaterialCode;
import com.alexandrite.messages.Money;
import com.alexandrite.messages.QuoteLine;
import com.alexandrite.pricing.model.Box;
import com.alexandrite.pricing.model.PricedBody;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of a price. */
class PriceRulesTest {

  private static final String RATES =
      """
      version = test
      currency = EUR
      vat.percent = 20
      minimum = 50
      setup = 10
      machine.mm-per-hour = 5
      machine.hour = 4
      machine.setup-hours = 0.5
      finishing.cm2 = 2
      opening = 1.50
      part = 3
      metal.silver-925.name = Silver
      metal.silver-925.density = 10
      metal.silver-925.gram = 1.20
      metal.silver-925.loss.percent = 10
      metal.silver-925.casting = 8
      """;

  private final RateTable rates = read(RATES);
  private final PriceRules rules = new PriceRules(rates);
  private final Metal silver = rates.metal("silver-925").orElseThrow();

  @Test
  void givesEachCostItsLine() {
    Price price = rules.price(body(2500, 1234.5, 20, 3, 2), silver, 2);
    assertThat(price.lines())
        .extracting(
            QuoteLine::code,
            line -> line.quantity().toPlainString(),
            line -> line.amount().amount().toPlainString())
        .containsExactly(
            // 2.5 cm3 * 10 g/cm3 * 1.1 = 27.50 g each
            tuple("metal", "55.00", "66.00"),
            tuple("casting", "2", "16.00"),
            // 12.345 cm2 is rounded half up
            tuple("labour", "24.70", "49.40"),
            tuple("openings", "4", "6.00"),
            tuple("parts", "4", "12.00"),
            // 20 mm at 5 mm/h, once for both pieces
            tuple("machine", "4.50", "18.00"),
            tuple("setup", "1", "10.00"),
            tuple("vat", "1", "35.48"));
    assertThat(price.total()).isEqualTo(Money.euro(new BigDecimal("212.88")));
    assertThat(price.rateTableVersion()).isEqualTo("test");
  }

  @Test
  void neverGoesBelowTheMinimum() {
    Price price = rules.price(body(1, 6, 1, 1, 0), silver, 1);
    assertThat(price.lines()).extracting(QuoteLine::code).contains("minimum");
    assertThat(price.total()).isEqualTo(Money.euro(new BigDecimal("60.00")));
  }

  @Test
  void refusesQuantitiesOutOfRange() {
    PricedBody body = body(100, 100, 10, 1, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> rules.price(body, silver, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> rules.price(body, silver, 1001));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MaterialCode.SILVER_925,
        MaterialCode.GOLD_585,
        MaterialCode.GOLD_750,
        MaterialCode.PLATINUM_950
      })
  void theCurrentRatesKnowEveryMaterialOfTheShop(String material) {
    assertThat(RateTable.current().metal(material)).isPresent();
  }

  @Test
  void namesTheWrongKeyOfARateTable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(RATES.replace("setup = 10", "set-up = 10")))
        .withMessageContaining("missing setup");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(RATES + "\nbonus = 3"))
        .withMessageContaining("bonus");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(RATES.replace("density = 10", "density = ten")))
        .withMessageContaining("metal.silver-925.density");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(RATES.replace("opening = 1.50", "opening = -1")))
        .withMessageContaining("opening");
  }

  @Property
  void linesSumUpToTheTotal(
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double volume,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double surface,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double height,
      @ForAll @IntRange(min = 1, max = 1000) int quantity) {
    Price price =
        new PriceRules(RateTable.current())
            .price(body(volume, surface, height, 2, 1), gold(), quantity);
    BigDecimal sum =
        price.lines().stream()
            .map(line -> line.amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(price.total().amount()).isEqualTo(sum);
    assertThat(price.lines())
        .allSatisfy(line -> assertThat(line.amount().amount()).isNotNegative());
  }

  @Property
  void moreMetalIsNeverCheaper(
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double volume,
      @ForAll @DoubleRange(min = 1, max = 10) double factor) {
    assertThat(amount(body(volume * factor, 500, 10, 1, 0), 1))
        .isGreaterThanOrEqualTo(amount(body(volume, 500, 10, 1, 0), 1));
  }

  @Property
  void morePiecesAreNeverCheaper(
      @ForAll @DoubleRange(min = 0.01, max = 1e5) double volume,
      @ForAll @IntRange(min = 1, max = 999) int quantity) {
    PricedBody body = body(volume, 500, 10, 1, 0);
    assertThat(amount(body, quantity + 1)).isGreaterThanOrEqualTo(amount(body, quantity));
  }

  @Property(tries = 50)
  void theSameQuestionHasTheSameAnswer(@ForAll long seed) {
    Random random = new Random(seed);
    PricedBody body = body(random.nextDouble() * 1000, random.nextDouble() * 1000, 5, 1, 1);
    assertThat(rules.price(body, silver, 3))
        .isEqualTo(new PriceRules(read(RATES)).price(body, silver, 3));
  }

  private static BigDecimal amount(PricedBody body, int quantity) {
    return new PriceRules(RateTable.current()).price(body, gold(), quantity).total().amount();
  }

  private static Metal gold() {
    return RateTable.current().metal(MaterialCode.GOLD_750).orElseThrow();
  }

  private static PricedBody body(
      double volume, double surface, double height, int shells, int genus) {
    return new PricedBody(volume, 0, surface, new Box(0, 0, 0, 10, 10, height), shells, genus, "");
  }

  private static RateTable read(String text) {
    try {
      return Rates.read(new StringReader(text));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
