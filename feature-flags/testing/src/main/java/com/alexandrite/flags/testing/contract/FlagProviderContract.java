package com.alexandrite.flags.testing.contract;

import static com.alexandrite.flags.testing.contract.ContractFlags.document;
import static com.alexandrite.flags.testing.contract.ContractFlags.grown;
import static com.alexandrite.flags.testing.contract.ContractFlags.killed;
import static com.alexandrite.flags.testing.contract.ContractFlags.layered;
import static com.alexandrite.flags.testing.contract.ContractFlags.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.FlagProvider;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What code may rely on, whichever provider is chosen. A subclass brings one with its real source;
 * each test has a source of its own that holds nothing yet.
 */
public abstract class FlagProviderContract {
  private final LiveFlags live = new LiveFlags(ContractFlags.ALL, false);

  /** The provider of a process that starts now; the source may be away. */
  protected abstract FlagProvider start();

  /** The source holds this document from now on; the provider has not been told. */
  protected abstract void publish(FlagDocument document) throws IOException;

  /** The source can't be reached any more. */
  protected abstract void away();

  /** The source can be reached again. */
  protected abstract void back();

  /** A part of the source's address, which an error names. */
  protected abstract String address();

  /** Called with each document that came into force: more ways to ask must agree with it. */
  protected void agrees(FlagProvider provider, LiveFlags flags, EvaluationContext context) {}

  @Test
  void readsTheInitialDocument() throws IOException {
    FlagDocument first = document(1, grown(2_500), layered(), killed(on(ContractFlags.RATES)));
    publish(first);

    assertThat(start().read()).isEqualTo(first);
  }

  @Test
  void hearsAChange() throws IOException {
    publish(document(1, grown(0)));
    FlagProvider provider = start();
    apply(provider.read());
    FlagDocument second = document(2, grown(10_000));
    publish(second);

    assertThat(provider.pushed(second)).isEqualTo(second);
    assertThat(provider.read()).isEqualTo(second);
    apply(second);
    agree(provider);
    assertThat(live.isOn(ContractFlags.GROWING, user("anna"))).isTrue();
  }

  @Test
  void findsAChangeThatNobodyTold() throws IOException {
    publish(document(1, grown(0)));
    FlagProvider provider = start();
    provider.read();
    publish(document(2, grown(10_000)));

    assertThat(provider.read()).isEqualTo(document(2, grown(10_000)));
  }

  @Test
  void keepsTheRulesOfAKilledFlag() throws IOException {
    publish(document(1, grown(2_500), layered()));
    FlagProvider provider = start();
    apply(provider.read());
    List<String> before = taken();
    FlagDocument killed = document(2, killed(grown(2_500)), killed(layered()));
    publish(killed);
    apply(provider.pushed(killed));

    assertThat(taken()).isEmpty();
    agree(provider);
    assertThat(provider.read().flags()).isEqualTo(killed.flags());
    FlagDocument revived = document(3, grown(2_500), layered());
    publish(revived);
    apply(provider.pushed(revived));
    assertThat(taken()).isEqualTo(before).isNotEmpty();
  }

  @Test
  void keepsThePeopleOfAGrowingFlag() throws IOException {
    publish(document(1, grown(500)));
    FlagProvider provider = start();
    apply(provider.read());
    List<String> before = taken();
    for (int share : new int[] {1_000, 2_500, 9_000, 10_000}) {
      FlagDocument next = document(share, grown(share));
      publish(next);
      apply(provider.pushed(next));
      agree(provider);
      assertThat(taken()).containsAll(before).hasSizeGreaterThan(before.size());
      before = taken();
    }
    assertThat(before).hasSize(1_000);
  }

  @Test
  void servesVariantsOfEveryType() throws IOException {
    publish(
        document(
            1,
            on(ContractFlags.LAYOUT, Rule.everybody(10_000, "tiles")),
            on(ContractFlags.LIMIT, Rule.everybody(10_000, "high")),
            on(ContractFlags.RATES, half("old", "new")),
            on(ContractFlags.GUARDED)));
    FlagProvider provider = start();
    apply(provider.read());

    assertThat(live.value(ContractFlags.LAYOUT, user("anna"))).isEqualTo("tiles, wide");
    assertThat(live.value(ContractFlags.LIMIT, user("anna"))).isEqualTo(50);
    assertThat(live.value(ContractFlags.GUARDED, user("anna"))).isFalse();
    assertThat(people().map(one -> live.value(ContractFlags.RATES, user(one))))
        .contains("{\"a\": 1}", "{\"a\": [2, 3]}");
    agree(provider);
  }

  @Test
  void asksSegmentsAndConditions() throws IOException {
    Rule partners = new Rule("partners", List.of(), 10_000, List.of(new Weighted(Flag.ON, 1)));
    publish(document(1, on(ContractFlags.GROUPED, partners), layered()));
    FlagProvider provider = start();
    apply(provider.read());
    EvaluationContext partner = EvaluationContext.of(Unit.PARTNER, "smithy");

    assertThat(live.isOn(ContractFlags.GROUPED, partner.with("orders", "12"))).isTrue();
    assertThat(live.isOn(ContractFlags.GROUPED, partner.with("orders", "9"))).isFalse();
    assertThat(live.isOn(ContractFlags.GROUPED, partner)).isFalse();
    assertThat(live.isOn(ContractFlags.GROUPED, partner.with("orders", "12").with("kind", "guild")))
        .isFalse();
    agree(provider);
  }

  @Test
  void ignoresAnOlderDocument() throws IOException {
    FlagDocument newest = document(5, grown(10_000));
    publish(newest);
    FlagProvider provider = start();
    provider.read();

    assertThat(provider.pushed(document(4, grown(0)))).isEqualTo(newest);
    assertThat(provider.pushed(newest)).isEqualTo(newest);
    assertThat(provider.read()).isEqualTo(newest);
  }

  @Test
  void saysThatItsSourceIsAwayAndRecovers() throws IOException {
    publish(document(1, grown(10_000)));
    FlagProvider provider = start();
    apply(provider.read());
    away();

    assertAway(provider);
    assertThatThrownBy(() -> provider.pushed(document(2, grown(0))))
        .isInstanceOf(IOException.class);
    assertThat(live.isOn(ContractFlags.GROWING, user("anna"))).isTrue();
    agree(provider);
    back();
    publish(document(2, grown(0)));
    assertThat(provider.read()).isEqualTo(document(2, grown(0)));
  }

  @Test
  void startsWhileItsSourceIsAway() throws IOException {
    publish(document(1, grown(10_000)));
    away();
    FlagProvider provider = start();

    assertAway(provider);
    back();
    assertThat(provider.read()).isEqualTo(document(1, grown(10_000)));
  }

  private void assertAway(FlagProvider provider) {
    assertThatThrownBy(provider::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(address())
        .hasCauseInstanceOf(Exception.class);
  }

  private void apply(FlagDocument document) {
    assertThat(live.apply(document)).isTrue();
  }

  private void agree(FlagProvider provider) {
    people().limit(50).forEach(one -> agrees(provider, live, user(one)));
    EvaluationContext partner = EvaluationContext.of(Unit.PARTNER, "smithy").with("orders", "12");
    agrees(provider, live, partner);
    agrees(provider, live, partner.with("kind", "union"));
  }

  private static Rule half(String one, String other) {
    return new Rule(null, List.of(), 10_000, List.of(new Weighted(one, 1), new Weighted(other, 1)));
  }

  private List<String> taken() {
    return people().filter(one -> live.isOn(ContractFlags.GROWING, user(one))).toList();
  }

  private static Stream<String> people() {
    return IntStream.range(0, 1_000).mapToObj(at -> "person-" + at);
  }

  private static EvaluationContext user(String id) {
    return EvaluationContext.of(Unit.USER, id);
  }
}
