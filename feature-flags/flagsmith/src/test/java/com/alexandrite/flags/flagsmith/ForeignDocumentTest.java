package com.alexandrite.flags.flagsmith;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.server.wire.FlagsmithDocument;
import com.alexandrite.flags.testing.contract.ContractFlags;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A document as a real Flagsmith sends it, and ours without the field that it does not have. */
class ForeignDocumentTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final DocumentServer server = new DocumentServer();
  private final FlagsmithProvider provider =
      new FlagsmithProvider(
          new FlagsmithSettings(
              "http://127.0.0.1:" + server.port() + "/api/v1/", DocumentServer.KEY, "staging"),
          ContractFlags.ALL,
          InstantSource.fixed(NOW));
  private final LiveFlags live = new LiveFlags(ContractFlags.ALL, false);

  ForeignDocumentTest() throws IOException {}

  @AfterEach
  void close() {
    provider.close();
    server.close();
  }

  private static String real() throws IOException {
    try (InputStream file =
        ForeignDocumentTest.class.getResourceAsStream("/flagsmith-environment.json")) {
      assertThat(file).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private FlagDocument read(String body) throws IOException {
    server.answers(200, body);
    FlagDocument document = provider.read();
    live.apply(document);
    return document;
  }

  @Test
  void takesOverridesInTheirOrder() throws IOException {
    read(real());

    // Anna by name, though her bucket is not within the tenth; unions never; others by share.
    assertThat(live.isOn(ContractFlags.GROWING, user("anna").with("user", "anna"))).isTrue();
    assertThat(IntStream.range(0, 1_000).filter(at -> grown("person-" + at, "shop")).count())
        .isBetween(70L, 130L);
    assertThat(IntStream.range(0, 1_000).filter(at -> grown("person-" + at, "guild")).count())
        .isZero();
    assertThat(live.isOn(ContractFlags.GUARDED, user("anna"))).isFalse();
  }

  @Test
  void readsNestedRules() throws IOException {
    read(real());

    assertThat(limit(Map.of("orders", "11"))).isEqualTo(50);
    assertThat(limit(Map.of("orders", "10"))).isEqualTo(10);
    assertThat(limit(Map.of())).isEqualTo(10);
    assertThat(limit(Map.of("orders", "11", "kind", "union"))).isEqualTo(10);
    assertThat(limit(Map.of("orders", "11", "debt", "-5"))).isEqualTo(50);
    assertThat(limit(Map.of("orders", "11", "debt", "-6"))).isEqualTo(10);
    // A regular expression has no words here, so it holds nobody.
    assertThat(limit(Map.of("email", "anna@works"))).isEqualTo(10);
  }

  @Test
  void findsTheVariantsByTheirValues() throws IOException {
    FlagDocument document = read(real());

    assertThat(rules(document, ContractFlags.LAYOUT))
        .containsExactly(
            new Rule(
                null,
                List.of(),
                10_000,
                List.of(new Weighted("tiles", 2_500), new Weighted("list", 7_500))));
    // A value that is none of the variants is the declared fallback.
    assertThat(rules(document, ContractFlags.RATES)).containsExactly(Rule.everybody(10_000, "old"));
  }

  @Test
  void numbersVersionsByTheClock() throws IOException {
    FlagDocument first = read(real());
    assertThat(first.environment()).isEqualTo("staging");
    assertThat(first.version()).isEqualTo(NOW.toEpochMilli());
    assertThat(read(real())).isSameAs(first);

    FlagDocument second = read(real().replace("\"value\": \"10\"}", "\"value\": \"20\"}"));
    assertThat(second.version()).isEqualTo(first.version() + 1);
    assertThat(read(real()).version()).isEqualTo(first.version() + 2);
  }

  @Test
  void answersAsOurOwnDocumentDoes() throws IOException {
    Rule partners = new Rule("partners", List.of(), 10_000, List.of(new Weighted(Flag.ON, 1)));
    FlagDocument ours =
        ContractFlags.document(
            7,
            unsalted(ContractFlags.grown(2_500)),
            unsalted(ContractFlags.on(ContractFlags.GROUPED, partners)),
            unsalted(ContractFlags.killed(ContractFlags.on(ContractFlags.GUARDED))),
            unsalted(ContractFlags.layered()),
            unsalted(ContractFlags.on(ContractFlags.LAYOUT, Rule.everybody(10_000, "tiles"))));
    Map<String, Object> wire = FlagsmithDocument.of(ours, ContractFlags.ALL, "staging");
    wire.remove(FlagsmithDocument.OWN_FIELD);
    read(JsonMapper.shared().writeValueAsString(wire));
    LiveFlags expected = new LiveFlags(ContractFlags.ALL, false);
    expected.apply(ours);

    for (EvaluationContext context : contexts()) {
      for (Flag<?> flag : ContractFlags.ALL.subList(0, 5)) {
        assertThat(live.value(flag, context))
            .as("%s for %s", flag.key(), context.attributes())
            .isEqualTo(expected.value(flag, context));
      }
    }
  }

  private static List<EvaluationContext> contexts() {
    return IntStream.range(0, 400)
        .mapToObj(at -> {
          EvaluationContext context = user("person-" + at).with(Unit.PARTNER, "partner-" + at);
          context = at % 2 == 0 ? context.with("orders", Integer.toString(at % 30)) : context;
          context = at % 3 == 0 ? context.with("beta", "yes") : context;
          context = at % 5 == 0 ? context.with("kind", "union") : context;
          return at % 7 == 0 ? context.with("town", "Old Omsk") : context;
        })
        .toList();
  }

  private static FlagState unsalted(FlagState state) {
    return new FlagState(state.key(), state.enabled(), "", state.rules());
  }

  private static List<Rule> rules(FlagDocument document, Flag<?> flag) {
    return document.flags().stream()
        .filter(state -> state.key().equals(flag.key()))
        .findFirst()
        .orElseThrow()
        .rules();
  }

  private boolean grown(String person, String kind) {
    return live.isOn(ContractFlags.GROWING, user(person).with("kind", kind));
  }

  private int limit(Map<String, String> attributes) {
    EvaluationContext context = user("boris");
    for (Map.Entry<String, String> each : attributes.entrySet()) {
      context = context.with(each.getKey(), each.getValue());
    }
    return live.value(ContractFlags.LIMIT, context);
  }

  private static EvaluationContext user(String id) {
    return EvaluationContext.of(Unit.USER, id);
  }
}
