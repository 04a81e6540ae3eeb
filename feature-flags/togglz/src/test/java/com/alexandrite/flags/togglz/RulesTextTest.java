package com.alexandrite.flags.togglz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.testing.contract.ContractFlags;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTextTest {

  @Test
  void isReadBackAsItWas() {
    List<Rule> rules = ContractFlags.layered().rules();
    assertThat(RulesText.read(RulesText.of(rules))).isEqualTo(rules);
    assertThat(RulesText.read(RulesText.of(List.of()))).isEmpty();
  }

  @Test
  void canStandInAPageAsItIs() {
    String odd = "\"><script>'x'</script>&\\\"' \\u0027 Пермь";
    Rule rule =
        new Rule(
            odd,
            List.of(new Condition(odd, Operator.IN, List.of(odd, ""))),
            1,
            List.of(new Weighted(odd, 1)));
    String text = RulesText.of(List.of(rule));

    assertThat(text).doesNotContain("\"", "<", ">", "&");
    assertThat(RulesText.read(text)).containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[{}]",
        "[null]",
        "nonsense",
        "[{'conditions': [], 'share': 10001, 'serve': [{'variant': 'on', 'weight': 1}]}]",
        "[{'conditions': [], 'share': 1, 'serve': []}]"
      })
  void isRefusedWhenItIsNone(String text) {
    assertThatThrownBy(() -> RulesText.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("these are no rules");
    assertThat(new RulesParameter("rules", "Rules", "", true).isValid(text)).isFalse();
  }
}
