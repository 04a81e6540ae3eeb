package com.alexandrite.flags.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.Flag.Variant;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import com.flagsmith.FlagsmithClient;
import com.flagsmith.exceptions.FlagsmithClientError;
import com.flagsmith.models.Flags;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unmodified flagsmith-java-client in both of its modes. */
class FlagsmithClientTest {
  private static final Flag<Boolean> EVERYBODY = bool(0, "everybody");
  private static final Flag<Boolean> GROWING = bool(1, "growing");
  private static final Flag<Boolean> KILLED = bool(2, "killed");
  private static final Flag<Boolean> NOBODY = bool(3, "nobody");
  private static final Flag<Boolean> GROUPED = bool(4, "grouped");
  private static final Flag<String> LAYOUT =
      new Flag<>(
          5,
          "layout",
          FlagType.EXPERIMENT,
          Unit.USER,
          List.of(new Variant<>("plain", "list"), new Variant<>("tiles", "grid, wide")),
          "plain");
  private static final Flag<Integer> LIMIT =
      new Flag<>(
          6,
          "limit",
          FlagType.OPERATIONAL,
          Unit.PARTNER,
          List.of(new Variant<>("low", 10), new Variant<>("high", 50)),
          "low");
  private static final List<Flag<?>> CATALOGUE =
      List.of(EVERYBODY, GROWING, KILLED, NOBODY, GROUPED, LAYOUT, LIMIT);
  private static final Segment REGULARS =
      new Segment(
          "regulars",
          "ten orders or more, none of them a union's",
          List.of(
              new Condition("orders", Operator.AT_LEAST, List.of("10")),
              new Condition("channel", Operator.NOT_IN, List.of("union"))));
  private static final FlagDocument DOCUMENT =
      new FlagDocument(
          "staging",
          7,
          Instant.parse("2026-11-25T12:00:00Z"),
          List.of(
              state(EVERYBODY, Rule.everybody(10_000, Flag.ON)),
              state(GROWING, Rule.everybody(1_000, Flag.ON)),
              new FlagState("killed", false, "s", List.of(Rule.everybody(10_000, Flag.ON))),
              state(NOBODY, Rule.everybody(0, Flag.ON)),
              state(GROUPED, rule("regulars", List.of(), Flag.ON)),
              state(
                  LAYOUT,
                  new Rule(
                      null,
                      List.of(),
                      10_000,
                      List.of(new Weighted("plain", 3), new Weighted("tiles", 1)))),
              state(
                  LIMIT,
                  rule(null, List.of(condition("city", Operator.IN, "Perm, Kama", "Omsk")), "low"),
                  rule(null, List.of(condition("city", Operator.CONTAINS, "Perm", "Tver")), "high"),
                  rule(null, List.of(condition("beta", Operator.IS_SET)), "high"))),
          List.of(REGULARS));

  private final LiveFlags flags = new LiveFlags(CATALOGUE, true);
  private @Nullable WireServer server;

  private static Flag<Boolean> bool(int index, String key) {
    return Flag.bool(index, key, FlagType.RELEASE, Unit.USER, false);
  }

  private static FlagState state(Flag<?> flag, Rule... rules) {
    return new FlagState(flag.key(), true, "s", List.of(rules));
  }

  private static Condition condition(String attribute, Operator operator, String... values) {
    return new Condition(attribute, operator, List.of(values));
  }

  private static Rule rule(@Nullable String segment, List<Condition> conditions, String variant) {
    return new Rule(segment, conditions, 10_000, List.of(new Weighted(variant, 1)));
  }

  @BeforeEach
  void serve() throws IOException {
    server = new WireServer(DOCUMENT, flags);
  }

  @AfterEach
  void stop() {
    server().close();
  }

  private WireServer server() {
    if (server == null) {
      throw new IllegalStateException("the server is not started");
    }
    return server;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsWhatIsOnForEverybody(boolean local) throws Exception {
    FlagsmithClient client = server().client(local);
    Flags flags = client.getEnvironmentFlags();

    assertThat(flags.isFeatureEnabled("everybody")).isTrue();
    assertThat(flags.isFeatureEnabled("growing")).isFalse();
    assertThat(flags.isFeatureEnabled("killed")).isFalse();
    assertThat(flags.isFeatureEnabled("nobody")).isFalse();
    assertThat(flags.isFeatureEnabled("grouped")).isFalse();
    assertThat(flags.isFeatureEnabled("limit")).isFalse();
    assertThat(flags.getFeatureValue("limit")).isEqualTo(10);
    assertThat(flags.getAllFlags()).hasSize(CATALOGUE.size());
    client.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesInAsManyAsTheShareSays(boolean local) throws Exception {
    FlagsmithClient client = server().client(local);
    int people = local ? 4_000 : 400;
    int taken = 0;
    int tiles = 0;
    for (int person = 0; person < people; person++) {
      Flags flags = client.getIdentityFlags("person-" + person);
      taken += flags.isFeatureEnabled("growing") ? 1 : 0;
      tiles += "grid, wide".equals(flags.getFeatureValue("layout")) ? 1 : 0;
      assertThat(flags.isFeatureEnabled("layout")).isTrue();
      assertThat(flags.isFeatureEnabled("killed")).isFalse();
    }
    assertThat(taken / (double) people).isCloseTo(0.10, within(local ? 0.02 : 0.06));
    assertThat(tiles / (double) people).isCloseTo(0.25, within(local ? 0.03 : 0.09));
    client.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksSegmentsAndConditions(boolean local) throws Exception {
    FlagsmithClient client = server().client(local);

    assertThat(grouped(client, Map.of("orders", "12"))).isTrue();
    assertThat(grouped(client, Map.of("orders", 12))).isTrue();
    assertThat(grouped(client, Map.of("orders", "9"))).isFalse();
    assertThat(grouped(client, Map.of("orders", "12", "channel", "union"))).isFalse();
    assertThat(grouped(client, Map.of("orders", "12", "channel", "shop"))).isTrue();
    assertThat(grouped(client, Map.of())).isFalse();
    // The first rule decides: its value has a comma, and is part of the second rule's.
    assertThat(limit(client, Map.of("city", "Perm, Kama"))).isEqualTo(10);
    assertThat(limit(client, Map.of("city", "Perm"))).isEqualTo(50);
    assertThat(limit(client, Map.of("city", "Tver"))).isEqualTo(50);
    assertThat(limit(client, Map.of("beta", "yes"))).isEqualTo(50);
    assertThat(limit(client, Map.of("city", "Orsk"))).isEqualTo(10);
    client.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 2_500, 9_999})
  void keepsThePeopleWhenTheShareGrows(int share) throws Exception {
    List<String> before = taken(server().client(true));
    server().close();
    List<FlagState> grown = List.of(state(GROWING, Rule.everybody(share, Flag.ON)));
    FlagDocument next = new FlagDocument("staging", 8, Instant.EPOCH, grown, List.of());
    server = new WireServer(next, flags);

    assertThat(taken(server().client(true))).containsAll(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "boris", "vera", "gleb"})
  void decidesInRemoteModeAsTheServicesDo(String person) throws Exception {
    FlagsmithClient client = server().client(false);
    EvaluationContext context =
        EvaluationContext.of(Unit.USER, person).with(Unit.PARTNER, person).with("orders", "10");
    Flags answers = client.getIdentityFlags(person, Map.of("orders", "10"));

    for (Flag<?> flag : CATALOGUE) {
      assertThat(answers.getFeatureValue(flag.key())).isEqualTo(flags.value(flag, context));
    }
    client.close();
  }

  private static List<String> taken(FlagsmithClient client) throws FlagsmithClientError {
    List<String> people = IntStream.range(0, 500).mapToObj(at -> "person-" + at).toList();
    List<String> taken = new java.util.ArrayList<>();
    for (String person : people) {
      if (client.getIdentityFlags(person).isFeatureEnabled("growing")) {
        taken.add(person);
      }
    }
    client.close();
    return taken;
  }

  private static boolean grouped(FlagsmithClient client, Map<String, Object> traits)
      throws FlagsmithClientError {
    return client.getIdentityFlags("anna", traits).isFeatureEnabled("grouped");
  }

  private static Object limit(FlagsmithClient client, Map<String, Object> traits)
      throws FlagsmithClientError {
    return client.getIdentityFlags("anna", traits).getFeatureValue("limit");
  }
}
