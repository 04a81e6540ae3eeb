package com.alexandrite.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Operator;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an attribute is compared. */
class ConditionTest {

  @ParameterizedTest
  @CsvSource({
    // operator, value of the attribute (none: unknown), holds for the values "10" and "abc"
    "IN, 10, true",
    "IN, abc, true",
    "IN, ab, false",
    "IN, , false",
    "NOT_IN, 10, false",
    "NOT_IN, ab, true",
    "NOT_IN, , true",
    "CONTAINS, 2100, true",
    "CONTAINS, xabcx, true",
    "CONTAINS, ab, false",
    "CONTAINS, , false",
    "AT_LEAST, 10, true",
    "AT_LEAST, 10.00, true",
    "AT_LEAST, 9.99, false",
    "AT_LEAST, 9, false",
    "AT_LEAST, many, false",
    "AT_LEAST, , false",
    "LESS_THAN, 9.99, true",
    "LESS_THAN, -10, true",
    "LESS_THAN, 10, false",
    "LESS_THAN, many, false",
    "LESS_THAN, , false",
    "IS_SET, anything, true",
    "IS_SET, , false",
    "IS_NOT_SET, anything, false",
    "IS_NOT_SET, , true",
  })
  void comparesWithTheValues(Operator operator, @Nullable String value, boolean holds) {
    assertThat(holds(value, operator, "10", "abc")).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", ".5", "5.", "1.2.3", "1e3", "NaN", "0x10", "1,5", " 1", "١"})
  void whatIsNoPlainDecimalFailsEveryComparison(String text) {
    assertThat(CompiledCondition.number(text)).isNaN();
    assertThat(holds(text, Operator.AT_LEAST, "-1000")).isFalse();
    assertThat(holds(text, Operator.LESS_THAN, "1000")).isFalse();
    assertThat(holds("1", Operator.AT_LEAST, text)).isFalse();
  }

  @Test
  void withoutValuesNothingIsInOrComparable() {
    assertThat(holds("1", Operator.IN)).isFalse();
    assertThat(holds("1", Operator.NOT_IN)).isTrue();
    assertThat(holds("1", Operator.CONTAINS)).isFalse();
    assertThat(holds("1", Operator.AT_LEAST)).isFalse();
    assertThat(holds("1", Operator.LESS_THAN)).isFalse();
  }

  @Property
  void readsDecimalsOfFifteenDigitsExactly(@ForAll("decimals") BigDecimal number) {
    assertThat(CompiledCondition.number(number.toPlainString())).isEqualTo(number.doubleValue());
  }

  @Property
  void neverThrows(
      @ForAll Operator operator, @ForAll String value, @ForAll @Size(max = 4) List<String> values) {
    CompiledCondition condition = new CompiledCondition(new Condition("a", operator, values));
    EvaluationContext known = EvaluationContext.NOBODY.with("a", value);

    assertThat(condition.holds(known)).isIn(true, false);
    assertThat(condition.holds(EvaluationContext.NOBODY))
        .isEqualTo(operator == Operator.NOT_IN || operator == Operator.IS_NOT_SET);
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    return Arbitraries.longs()
        .between(-999_999_999_999_999L, 999_999_999_999_999L)
        .flatMap(digits ->
            Arbitraries.integers().between(0, 15).map(scale -> BigDecimal.valueOf(digits, scale)));
  }

  private static boolean holds(@Nullable String value, Operator operator, String... values) {
    EvaluationContext nobody = EvaluationContext.NOBODY;
    return new CompiledCondition(new Condition("a", operator, List.of(values)))
        .holds(value == null ? nobody : nobody.with("a", value));
  }
}
