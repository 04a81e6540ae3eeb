package com.alexandrite.flags;

import static com.alexandrite.flags.Documents.CATALOGUE;
import static com.alexandrite.flags.Documents.LAYOUT;
import static com.alexandrite.flags.Documents.VIEWER;
import static com.alexandrite.flags.Documents.document;
import static com.alexandrite.flags.Documents.live;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What holds for every document and every context. */
class LiveFlagsPropertiesTest {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theShortAnswerIsTheExplainedOne(
      @ForAll("layouts") FlagState state, @ForAll("contexts") EvaluationContext context) {
    LiveFlags flags = live(state);

    assertThat(flags.value(LAYOUT, context)).isEqualTo(flags.decide(LAYOUT, context).value());
    assertThat(flags.value(LAYOUT, context))
        .as("asked again")
        .isEqualTo(flags.value(LAYOUT, context));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theRuleThatDecidesIsTheFirstThatWouldDecideAlone(
      @ForAll("layouts") FlagState state, @ForAll("contexts") EvaluationContext context) {
    Decision<String> decision = live(state).decide(LAYOUT, context);
    int first =
        IntStream.range(0, state.rules().size())
            .filter(at -> alone(state, at).decide(LAYOUT, context).rule() == 0)
            .findFirst()
            .orElse(-1);

    assertThat(decision.rule()).isEqualTo(state.enabled() ? first : -1);
    if (decision.rule() < 0) {
      assertThat(decision.variant()).isEqualTo("old");
    } else {
      assertThat(alone(state, first).value(LAYOUT, context)).isEqualTo(decision.value());
    }
  }

  private static LiveFlags alone(FlagState state, int rule) {
    return live(new FlagState(state.key(), true, state.salt(), List.of(state.rules().get(rule))));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void growingAnyShareNeverTakesAUnitOut(
      @ForAll("viewers") FlagState state,
      @ForAll @IntRange(max = 9) int which,
      @ForAll @IntRange(max = 10_000) int share,
      @ForAll("contexts") EvaluationContext context) {
    List<Rule> rules = new ArrayList<>(state.rules());
    int at = which % rules.size();
    Rule rule = rules.get(at);
    rules.set(
        at,
        new Rule(rule.segment(), rule.conditions(), Math.max(share, rule.share()), rule.serve()));
    FlagState grown = new FlagState(state.key(), state.enabled(), state.salt(), rules);

    if (live(state).isOn(VIEWER, context)) {
      assertThat(live(grown).isOn(VIEWER, context)).isTrue();
    }
  }

  @Property
  void aUnitKeepsItsVariantWhileTheShareGrows(
      @ForAll @IntRange(max = 10_000) int share,
      @ForAll("servings") List<Weighted> serve,
      @ForAll @Positive int user) {
    EvaluationContext context = Documents.user(user);
    Decision<String> all = live(layout(10_000, serve)).decide(LAYOUT, context);
    Decision<String> some = live(layout(share, serve)).decide(LAYOUT, context);

    assertThat(some.variant()).isEqualTo(all.bucket() < share ? all.variant() : "old");
  }

  @Property
  void theNewestOfSeveralDocumentsIsInForceWhateverTheirOrder(
      @ForAll @Size(max = 20) List<@Positive Long> versions) {
    LiveFlags flags = new LiveFlags(CATALOGUE, false);
    long newest = 0;
    for (long version : versions) {
      assertThat(flags.apply(document(version))).isEqualTo(version >= newest);
      newest = Math.max(newest, version);
      assertThat(flags.decide(VIEWER, EvaluationContext.NOBODY).version()).isEqualTo(newest);
    }
  }

  private static FlagState layout(int share, List<Weighted> serve) {
    return new FlagState(
        LAYOUT.key(), true, "salt", List.of(new Rule(null, List.of(), share, serve)));
  }

  @Provide
  Arbitrary<FlagState> layouts() {
    return states(LAYOUT, servings());
  }

  @Provide
  Arbitrary<FlagState> viewers() {
    return states(VIEWER, Arbitraries.just(Documents.ON));
  }

  @Provide
  Arbitrary<List<Weighted>> servings() {
    return Combinators.combine(
            Arbitraries.of("old", "cards", "table", "unheard-of"),
            Arbitraries.integers().between(0, 100))
        .as(Weighted::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static Arbitrary<FlagState> states(Flag<?> flag, Arbitrary<List<Weighted>> servings) {
    Arbitrary<@Nullable String> segments = Arbitraries.of("partners", "nowhere").injectNull(0.7);
    Arbitrary<Integer> shares =
        Arbitraries.oneOf(Arbitraries.of(0, 10_000), Arbitraries.integers().between(0, 10_000));
    Arbitrary<Rule> rules =
        Combinators.combine(segments, conditions().list().ofMaxSize(2), shares, servings)
            .as(Rule::new);
    return Combinators.combine(
            Arbitraries.of(true, true, true, false),
            Arbitraries.of("", "salt", "соль"),
            rules.list().ofMinSize(1).ofMaxSize(5))
        .as((enabled, salt, all) -> new FlagState(flag.key(), enabled, salt, all));
  }

  private static Arbitrary<Condition> conditions() {
    return Combinators.combine(
            Arbitraries.of("kind", "country", "orders"),
            Arbitraries.of(Operator.class),
            Arbitraries.of("partner", "DE", "5", "").list().ofMaxSize(3))
        .as(Condition::new);
  }

  @Provide
  Arbitrary<EvaluationContext> contexts() {
    return Combinators.combine(
            Arbitraries.strings().injectNull(0.1),
            Arbitraries.of("partner", "customer").injectNull(0.3),
            Arbitraries.of("DE", "RU").injectNull(0.3),
            Arbitraries.of("4.9", "5", "many").injectNull(0.3))
        .as(LiveFlagsPropertiesTest::context);
  }

  private static EvaluationContext context(
      @Nullable String user,
      @Nullable String kind,
      @Nullable String country,
      @Nullable String orders) {
    EvaluationContext context = EvaluationContext.NOBODY;
    context = user == null ? context : context.with(Unit.USER, user);
    context = kind == null ? context : context.with("kind", kind);
    context = country == null ? context : context.with("country", country);
    return orders == null ? context : context.with("orders", orders);
  }
}
