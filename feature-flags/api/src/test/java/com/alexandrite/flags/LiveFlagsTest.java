package com.alexandrite.flags;

import static com.alexandrite.flags.Documents.CATALOGUE;
import static com.alexandrite.flags.Documents.ERRORS;
import static com.alexandrite.flags.Documents.LAYOUT;
import static com.alexandrite.flags.Documents.ON;
import static com.alexandrite.flags.Documents.PRICING;
import static com.alexandrite.flags.Documents.VIEWER;
import static com.alexandrite.flags.Documents.disabled;
import static com.alexandrite.flags.Documents.document;
import static com.alexandrite.flags.Documents.enabled;
import static com.alexandrite.flags.Documents.live;
import static com.alexandrite.flags.Documents.on;
import static com.alexandrite.flags.Documents.onIf;
import static com.alexandrite.flags.Documents.user;
import static com.alexandrite.flags.FlagDocument.EVERYBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.alexandrite.flags.Decision.Reason;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a document's rules become answers. */
class LiveFlagsTest {
  private static final EvaluationContext ANNA = user(1).with("kind", "partner");
  private static final EvaluationContext BORIS = user(2).with("kind", "customer");

  @Test
  void beforeTheFirstDocumentEachFlagHasItsFallback() {
    LiveFlags flags = new LiveFlags(CATALOGUE, false);

    assertThat(flags.isOn(VIEWER, ANNA)).isFalse();
    assertThat(flags.isOn(PRICING, ANNA)).isTrue();
    assertThat(flags.value(LAYOUT, ANNA)).isEqualTo("classic");
    assertThat(flags.decide(PRICING, ANNA))
        .isEqualTo(new Decision<>(true, "on", Reason.NO_DOCUMENT, -1, -1, 0));
    assertThat(flags.document()).isEmpty();
  }

  @Test
  void aFlagThatTheDocumentDoesNotHoldHasItsFallback() {
    assertThat(live().decide(PRICING, ANNA))
        .isEqualTo(new Decision<>(true, "on", Reason.NOT_IN_DOCUMENT, -1, -1, 1));
  }

  @Test
  void aStateThatTheCatalogueDoesNotHoldIsIgnored() {
    Flag<Boolean> gone = Flag.bool(0, "gone", FlagType.RELEASE, Unit.USER, false);

    assertThat(live(enabled(gone, on(EVERYBODY)), enabled(VIEWER, on(EVERYBODY))))
        .satisfies(flags -> assertThat(flags.isOn(VIEWER, ANNA)).isTrue());
  }

  @Test
  void theFirstRuleThatTakesTheUnitInDecides() {
    LiveFlags flags =
        live(
            enabled(
                LAYOUT,
                new Rule(null, List.of(), 0, List.of(new Weighted("old", 1))),
                new Rule("partners", List.of(), EVERYBODY, List.of(new Weighted("table", 1))),
                Rule.everybody(EVERYBODY, "cards")));

    assertThat(flags.value(LAYOUT, ANNA)).isEqualTo("table page");
    assertThat(flags.decide(LAYOUT, ANNA).rule()).isEqualTo(1);
    assertThat(flags.value(LAYOUT, BORIS)).isEqualTo("cards page");
    assertThat(flags.decide(LAYOUT, BORIS).rule()).isEqualTo(2);
  }

  @Test
  void whomNoRuleTakesInGetsTheFirstVariantAndNotTheFallback() {
    assertThat(live(enabled(PRICING, on(0))).decide(PRICING, EvaluationContext.of(Unit.ORDER, "7")))
        .satisfies(decision -> assertThat(decision.value()).isFalse())
        .satisfies(decision -> assertThat(decision.reason()).isEqualTo(Reason.NO_RULE));
  }

  @Test
  void segmentAndOwnConditionsMustBothHold() {
    Rule rule =
        new Rule(
            "partners",
            List.of(new FlagDocument.Condition("country", Operator.NOT_IN, List.of("RU", "BY"))),
            EVERYBODY,
            ON);
    LiveFlags flags = live(enabled(VIEWER, rule));

    assertThat(flags.isOn(VIEWER, ANNA.with("country", "DE"))).isTrue();
    assertThat(flags.isOn(VIEWER, ANNA)).as("an unknown country is not in the list").isTrue();
    assertThat(flags.isOn(VIEWER, ANNA.with("country", "BY"))).isFalse();
    assertThat(flags.isOn(VIEWER, BORIS.with("country", "DE"))).isFalse();
  }

  @Test
  void aSegmentThatTheDocumentDoesNotHoldHasNobodyInIt() {
    LiveFlags flags = live(enabled(VIEWER, new Rule("nowhere", List.of(), EVERYBODY, ON)));

    assertThat(flags.isOn(VIEWER, ANNA)).isFalse();
    assertThat(flags.isOn(VIEWER, EvaluationContext.NOBODY)).isFalse();
  }

  @Test
  void whoHasNoUnitIsTakenInByRulesForEverybodyOnly() {
    EvaluationContext partner = EvaluationContext.of(Unit.ORDER, "7").with("kind", "partner");

    assertThat(live(enabled(VIEWER, on(EVERYBODY - 1))).decide(VIEWER, partner))
        .isEqualTo(new Decision<>(false, "off", Reason.NO_RULE, -1, -1, 1));
    assertThat(live(enabled(VIEWER, on(EVERYBODY))).decide(VIEWER, partner))
        .isEqualTo(new Decision<>(true, "on", Reason.RULE, 0, -1, 1));
    assertThat(live(enabled(VIEWER, onIf("kind", Operator.IN, "partner"))).isOn(VIEWER, partner))
        .isTrue();
  }

  @Test
  void whoHasNoUnitGetsTheFirstOfSeveralVariants() {
    Rule rule =
        new Rule(
            null,
            List.of(),
            EVERYBODY,
            List.of(new Weighted("table", 1), new Weighted("cards", 99)));

    assertThat(live(enabled(LAYOUT, rule)).value(LAYOUT, EvaluationContext.NOBODY))
        .isEqualTo("table page");
  }

  @Test
  void aDisabledFlagIsOffForEverybodyAndKeepsItsRules() {
    LiveFlags flags = live(disabled(VIEWER, on(EVERYBODY)));

    assertThat(flags.isOn(VIEWER, ANNA)).isFalse();
    assertThat(flags.decide(VIEWER, ANNA))
        .satisfies(decision -> assertThat(decision.reason()).isEqualTo(Reason.SWITCHED_OFF))
        .satisfies(decision -> assertThat(decision.bucket()).isBetween(0, 9999));
    assertThat(flags.document().orElseThrow().flags().getFirst().rules())
        .containsExactly(on(EVERYBODY));

    flags.apply(document(2, enabled(VIEWER, on(EVERYBODY))));
    assertThat(flags.isOn(VIEWER, ANNA)).isTrue();
  }

  @Test
  void aVariantThatTheFlagDoesNotHaveIsOff() {
    assertThat(live(enabled(LAYOUT, Rule.everybody(EVERYBODY, "newest"))).value(LAYOUT, ANNA))
        .isEqualTo("classic");
  }

  @Test
  void faultsAreOffOutsideOfDrillsEvenByFallback() {
    LiveFlags calm = new LiveFlags(CATALOGUE, false);
    LiveFlags drill = new LiveFlags(CATALOGUE, true);
    EvaluationContext order = EvaluationContext.of(Unit.ORDER, "7");
    assertThat(calm.decide(ERRORS, order))
        .isEqualTo(new Decision<>(false, "off", Reason.NO_DRILL, -1, -1, 0));
    assertThat(drill.isOn(ERRORS, order)).isTrue();

    FlagDocument document = document(1, enabled(ERRORS, on(EVERYBODY)));
    calm.apply(document);
    drill.apply(document);

    assertThat(calm.isOn(ERRORS, order)).isFalse();
    assertThat(calm.decide(ERRORS, order).reason()).isEqualTo(Reason.NO_DRILL);
    assertThat(drill.isOn(ERRORS, order)).isTrue();
  }

  @Test
  void anOlderDocumentIsNotApplied() {
    LiveFlags flags = new LiveFlags(CATALOGUE, false);

    assertThat(flags.apply(document(5, enabled(VIEWER, on(EVERYBODY))))).isTrue();
    assertThat(flags.apply(document(4, enabled(VIEWER, on(0))))).isFalse();
    assertThat(flags.isOn(VIEWER, ANNA)).isTrue();
    assertThat(flags.apply(document(5, enabled(VIEWER, on(0))))).as("the same version").isTrue();
    assertThat(flags.decide(VIEWER, ANNA).version()).isEqualTo(5);
    assertThat(flags.isOn(VIEWER, ANNA)).isFalse();
  }

  @Test
  void aFlagOfAnotherCatalogueHasItsFallbackAndIsNotCounted() {
    LiveFlags flags = live(enabled(VIEWER, on(EVERYBODY)));

    for (int index : new int[] {-1, VIEWER.index(), CATALOGUE.size()}) {
      Flag<Boolean> strange = Flag.bool(index, "strange", FlagType.RELEASE, Unit.USER, true);
      assertThat(flags.isOn(strange, ANNA)).isTrue();
      assertThat(flags.decide(strange, ANNA))
          .isEqualTo(new Decision<>(true, "on", Reason.NOT_IN_CATALOGUE, -1, -1, 1));
      assertThat(flags.evaluations(strange, "on")).isZero();
    }
    assertThat(flags.evaluations(VIEWER, "on")).isZero();
  }

  @Test
  void aFaultOfAnotherCatalogueIsOffOutsideOfDrills() {
    Flag<Boolean> strange = Flag.bool(9, "strange", FlagType.FAULT, Unit.USER, true);

    assertThat(new LiveFlags(CATALOGUE, false).isOn(strange, ANNA)).isFalse();
    assertThat(new LiveFlags(CATALOGUE, true).isOn(strange, ANNA)).isTrue();
  }

  @Test
  void aFlagThatIsEqualToTheCataloguesIsTheCatalogues() {
    Flag<Boolean> read = Flag.bool(0, "viewer", FlagType.RELEASE, Unit.USER, false);

    assertThat(live(enabled(VIEWER, on(EVERYBODY))).isOn(read, ANNA)).isTrue();
  }

  @Test
  void countsAnswersByVariantAndNotExplanations() {
    LiveFlags flags = live(enabled(VIEWER, onIf("kind", Operator.IN, "partner")));
    flags.isOn(VIEWER, ANNA);
    flags.value(VIEWER, ANNA);
    flags.isOn(VIEWER, BORIS);
    flags.decide(VIEWER, ANNA);

    assertThat(flags.evaluations(VIEWER, "on")).isEqualTo(2);
    assertThat(flags.evaluations(VIEWER, "off")).isEqualTo(1);
    assertThat(flags.evaluations(VIEWER, "nonsense")).isZero();
    assertThat(flags.evaluations(LAYOUT, "old")).isZero();
  }

  @Test
  void eachFlagMustBeAtItsIndex() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LiveFlags(List.of(LAYOUT, VIEWER), false))
        .withMessageContaining("layout is not at its index 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LiveFlags(List.of(VIEWER, VIEWER), false));
  }

  @Test
  void eachReasonIsToldInASentence() {
    for (Reason reason : Reason.values()) {
      Decision<Boolean> decision = new Decision<>(true, "on", reason, 0, 1, 1);
      assertThat(decision.sentence("user-1")).isNotBlank();
      assertThat(decision.sentence(null)).doesNotContain("null");
    }
    assertThat(new Decision<>(true, "on", Reason.RULE, 1, 1, 1).sentence("anna"))
        .isEqualTo("rule 2 takes anna in");
  }
}
