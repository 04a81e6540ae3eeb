package com.alexandrite.flags.testing.contract;

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
import com.alexandrite.flags.Unit;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A catalogue with a flag of every kind of value, and documents for it. */
public final class ContractFlags {
  /** Grown by share. */
  public static final Flag<Boolean> GROWING =
      Flag.bool(0, "growing", FlagType.RELEASE, Unit.USER, false);

  /** For a segment. */
  public static final Flag<Boolean> GROUPED =
      Flag.bool(1, "grouped", FlagType.PERMISSION, Unit.PARTNER, false);

  /** On when nothing is known. */
  public static final Flag<Boolean> GUARDED =
      Flag.bool(2, "guarded", FlagType.KILL_SWITCH, Unit.ORDER, true);

  /** Texts. */
  public static final Flag<String> LAYOUT =
      flag(3, "layout", new Variant<>("list", "list"), new Variant<>("tiles", "tiles, wide"));

  /** Numbers. */
  public static final Flag<Integer> LIMIT =
      flag(4, "limit", new Variant<>("low", 10), new Variant<>("high", 50));

  /** JSON. */
  public static final Flag<String> RATES =
      flag(5, "rates", new Variant<>("old", "{\"a\": 1}"), new Variant<>("new", "{\"a\": [2, 3]}"));

  /** All of them. */
  public static final List<Flag<?>> ALL = List.of(GROWING, GROUPED, GUARDED, LAYOUT, LIMIT, RATES);

  /** Partners of long standing, unions excepted. */
  public static final Segment PARTNERS =
      new Segment(
          "partners",
          "ten orders or more, no union",
          List.of(
              new Condition("orders", Operator.AT_LEAST, List.of("10")),
              new Condition("kind", Operator.NOT_IN, List.of("union", "guild"))));

  private static final String ENVIRONMENT = "staging";
  private static final Instant BEGIN = Instant.parse("2026-11-25T12:00:00Z");

  private ContractFlags() {}

  @SafeVarargs
  @SuppressWarnings("varargs") // handed on to List.of, which only reads it
  private static <T> Flag<T> flag(int index, String key, Variant<T>... variants) {
    return new Flag<>(
        index,
        key,
        FlagType.EXPERIMENT,
        Unit.USER,
        List.of(variants),
        variants[0].name(),
        "studio");
  }

  /** Flags that are switched on, with their rules. */
  public static FlagDocument document(long version, FlagState... states) {
    return new FlagDocument(
        ENVIRONMENT, version, BEGIN.plusSeconds(version), Arrays.asList(states), List.of(PARTNERS));
  }

  /** A flag that is switched on. */
  public static FlagState on(Flag<?> flag, Rule... rules) {
    return new FlagState(flag.key(), true, "salt of " + flag.key(), List.of(rules));
  }

  /** The same, switched off with its rules. */
  public static FlagState killed(FlagState state) {
    return new FlagState(state.key(), false, state.salt(), state.rules());
  }

  /** One flag grown to a share. */
  public static FlagState grown(int share) {
    return on(GROWING, Rule.everybody(share, Flag.ON));
  }

  /** A flag with rules of all kinds. */
  public static FlagState layered() {
    Condition beta = new Condition("beta", Operator.IS_SET, List.of());
    Condition notYet = new Condition("beta", Operator.IS_NOT_SET, List.of());
    Condition town = new Condition("town", Operator.CONTAINS, List.of("Perm", "Omsk"));
    return on(
        LIMIT,
        new Rule("partners", List.of(beta), 10_000, List.of(new Weighted("high", 1))),
        new Rule(null, List.of(notYet, town), 2_500, List.of(new Weighted("high", 1))),
        new Rule(null, List.of(), 100, List.of(new Weighted("low", 1), new Weighted("high", 3))));
  }
}
