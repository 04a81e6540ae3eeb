package com.alexandrite.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What flags, rules and contexts refuse and tell. */
class FlagTest {

  @Test
  void aFlagNeedsTwoVariantsOfDifferentNamesAndAFallbackAmongThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flag("one", "one"))
        .withMessageContaining("two variants or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flag("one", "one", "one"))
        .withMessageContaining("names two variants alike");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flag("three", "one", "two"))
        .withMessageContaining("has no variant three");
  }

  @Test
  void theFirstVariantIsOff() {
    Flag<String> flag = flag("two", "one", "two");

    assertThat(flag.off().name()).isEqualTo("one");
    assertThat(flag.fallbackVariant().name()).isEqualTo("two");
    assertThat(flag.variant("two")).isEqualTo(new Flag.Variant<>("two", "two"));
    assertThat(flag.variant("three")).isNull();
    assertThat(flag.indexOf("two")).isEqualTo(1);
    assertThat(flag.indexOf("three")).isEqualTo(-1);
  }

  @Test
  void aRuleHasAShareAndSomethingToServe() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rule.everybody(-1, "on"));
    assertThatIllegalArgumentException().isThrownBy(() -> Rule.everybody(10_001, "on"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rule(null, List.of(), 1, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rule(null, List.of(), 1, List.of(new Weighted("on", -1))));
  }

  @ParameterizedTest
  @EnumSource
  void aTypesWordReadsBack(FlagType type) {
    assertThat(FlagType.of(type.word())).isEqualTo(type);
    assertThat(type.word()).matches("[a-z]+(-[a-z]+)?");
  }

  @ParameterizedTest
  @EnumSource
  void aUnitsWordReadsBack(Unit unit) {
    assertThat(Unit.of(unit.word())).isEqualTo(unit);
  }

  @Test
  void aContextIsNotChangedByWhatIsMadeOfIt() {
    EvaluationContext anna = EvaluationContext.of(Unit.USER, "anna");
    EvaluationContext more = anna.with(Unit.ORDER, "7").with("country", "DE");

    assertThat(anna.id(Unit.ORDER)).isNull();
    assertThat(anna.attributes()).isEmpty();
    assertThat(more.id(Unit.USER)).isEqualTo("anna");
    assertThat(more.ids()).hasSize(2);
    assertThat(more.attribute("country")).isEqualTo("DE");
    more.ids().clear();
    assertThat(more.id(Unit.ORDER)).isEqualTo("7");
  }

  private static Flag<String> flag(String fallback, String... names) {
    List<Flag.Variant<String>> variants =
        List.of(names).stream().map(name -> new Flag.Variant<>(name, name)).toList();
    return new Flag<>(0, "flag", FlagType.RELEASE, Unit.USER, variants, fallback);
  }
}
