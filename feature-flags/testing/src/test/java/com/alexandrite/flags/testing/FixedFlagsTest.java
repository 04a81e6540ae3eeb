package com.alexandrite.flags.testing;

import static com.alexandrite.flags.testing.SampleFlags.EXPRESS;
import static com.alexandrite.flags.testing.SampleFlags.LAYOUT;
import static com.alexandrite.flags.testing.SampleFlags.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.alexandrite.flags.Decision;
import com.alexandrite.flags.Decision.Reason;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.testing.TestOverFlags.Vary;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flags that a test sets. */
class FixedFlagsTest {
  private static final EvaluationContext NOBODY = EvaluationContext.NOBODY;

  @Test
  void whatNobodySetHasItsFallback() {
    FixedFlags flags = new FixedFlags();

    assertThat(flags.isOn(VIEWER, NOBODY)).isFalse();
    assertThat(flags.isOn(EXPRESS, NOBODY)).isTrue();
    assertThat(flags.decide(LAYOUT, NOBODY))
        .isEqualTo(new Decision<>("classic", "old", Reason.NO_DOCUMENT, -1, -1, 0));
  }

  @Test
  void whatTheTestSetsIsTheAnswer() {
    FixedFlags flags = new FixedFlags().on(VIEWER).off(EXPRESS).set(LAYOUT, "table");

    assertThat(flags.isOn(VIEWER, NOBODY)).isTrue();
    assertThat(flags.isOn(EXPRESS, NOBODY)).isFalse();
    assertThat(flags.decide(LAYOUT, NOBODY))
        .isEqualTo(new Decision<>("table page", "table", Reason.RULE, 0, -1, 0));
  }

  @Test
  void aVariantThatTheFlagDoesNotHaveIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FixedFlags().set(LAYOUT, "newest"))
        .withMessage("flag layout has no variant newest");
  }

  @Test
  void remembersWhichFlagsWereAsked() {
    FixedFlags flags = new FixedFlags().on(VIEWER);
    assertThat(flags.asked()).isEmpty();
    flags.isOn(VIEWER, NOBODY);
    flags.value(LAYOUT, NOBODY);

    assertThat(flags.asked())
        .containsExactly(Map.entry("layout", "old"), Map.entry("viewer", "on"));
  }

  @TestOverFlags(Vary.PAIRWISE)
  void theShortAnswerIsTheExplainedOneInEveryState(Flags flags) {
    assertThat(flags.isOn(VIEWER, NOBODY)).isEqualTo(flags.decide(VIEWER, NOBODY).value());
    assertThat(flags.isOn(EXPRESS, NOBODY)).isEqualTo(flags.decide(EXPRESS, NOBODY).value());
    assertThat(flags.value(LAYOUT, NOBODY)).isEqualTo(flags.decide(LAYOUT, NOBODY).value());
  }
}
