package com.alexandrite.flags;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.FlagDocument.Weighted;
import java.time.Instant;
import java.util.List;

/** A small catalogue, and documents for it. */
final class Documents {
  static final Flag<Boolean> VIEWER = Flag.bool(0, "viewer", FlagType.RELEASE, Unit.USER, false);
  static final Flag<String> LAYOUT =
      new Flag<>(
          1,
          "layout",
          FlagType.EXPERIMENT,
          Unit.USER,
          List.of(
              new Flag.Variant<>("old", "classic"),
              new Flag.Variant<>("cards", "cards page"),
              new Flag.Variant<>("table", "table page")),
          "old");
  static final Flag<Boolean> ERRORS = Flag.bool(2, "errors", FlagType.FAULT, Unit.ORDER, true);
  static final Flag<Boolean> PRICING =
      Flag.bool(3, "pricing", FlagType.KILL_SWITCH, Unit.ORDER, true);
  static final List<Flag<?>> CATALOGUE = List.of(VIEWER, LAYOUT, ERRORS, PRICING);

  static final List<Weighted> ON = List.of(new Weighted(Flag.ON, 1));
  static final Segment PARTNERS =
      new Segment(
          "partners",
          "who orders for a company",
          List.of(new Condition("kind", Operator.IN, List.of("partner"))));

  private Documents() {}

  static FlagDocument document(long version, FlagState... flags) {
    return new FlagDocument("local", version, Instant.EPOCH, List.of(flags), List.of(PARTNERS));
  }

  static FlagState enabled(Flag<?> flag, Rule... rules) {
    return new FlagState(flag.key(), true, "salt", List.of(rules));
  }

  static FlagState disabled(Flag<?> flag, Rule... rules) {
    return new FlagState(flag.key(), false, "salt", List.of(rules));
  }

  static Rule on(int share) {
    return Rule.everybody(share, Flag.ON);
  }

  static Rule onIf(String attribute, Operator operator, String... values) {
    return new Rule(
        null,
        List.of(new Condition(attribute, operator, List.of(values))),
        FlagDocument.EVERYBODY,
        ON);
  }

  static EvaluationContext user(int number) {
    return EvaluationContext.of(Unit.USER, "user-" + number);
  }

  /** Flags on version 1 of a document with these states. */
  static LiveFlags live(FlagState... flags) {
    LiveFlags live = new LiveFlags(CATALOGUE, false);
    live.apply(document(1, flags));
    return live;
  }
}
