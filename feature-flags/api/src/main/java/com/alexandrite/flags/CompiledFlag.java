package com.alexandrite.flags;

import com.alexandrite.flags.Decision.Reason;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One flag's state, ready to be asked without looking anything up by name. */
final class CompiledFlag {
  private static final int NO_BUCKET = -1;

  private final Unit unit;
  private final @Nullable Buckets buckets;
  private final CompiledRule[] rules;
  private final boolean isSplit;
  private final int otherwise;
  private final Reason why;

  /**
   * @param buckets null when no salt is known
   * @param otherwise the variant when no rule takes the unit in, and {@code why} it answers then
   */
  private CompiledFlag(
      Unit unit, @Nullable Buckets buckets, CompiledRule[] rules, int otherwise, Reason why) {
    this.unit = unit;
    this.buckets = buckets;
    this.rules = rules;
    this.isSplit = List.of(rules).stream().anyMatch(CompiledRule::isSplit);
    this.otherwise = otherwise;
    this.why = why;
  }

  /** Always the same variant, whoever asks. */
  static CompiledFlag fixed(Flag.Variant<?> variant, Flag<?> flag, Reason why) {
    int otherwise = flag.indexOf(variant.name());
    return new CompiledFlag(flag.unit(), null, new CompiledRule[0], otherwise, why);
  }

  static CompiledFlag of(Flag<?> flag, FlagState state, List<Segment> segments) {
    Buckets buckets = new Buckets(state.salt(), flag.key());
    if (!state.enabled()) {
      return new CompiledFlag(flag.unit(), buckets, new CompiledRule[0], 0, Reason.SWITCHED_OFF);
    }
    Buckets shuffled = new Buckets(state.salt() + "/variant", flag.key());
    CompiledRule[] rules =
        state.rules().stream()
            .map(rule -> CompiledRule.of(flag, rule, segments, shuffled))
            .toArray(CompiledRule[]::new);
    return new CompiledFlag(flag.unit(), buckets, rules, 0, Reason.NO_RULE);
  }

  /** Index of the variant that answers. */
  int variant(EvaluationContext context) {
    if (rules.length == 0) {
      return otherwise;
    }
    String id = context.id(unit);
    // Rules that take everybody or nobody do not look at the bucket.
    int rule = ruleFor(context, isSplit ? bucket(id) : NO_BUCKET);
    return rule < 0 ? otherwise : rules[rule].variant(id);
  }

  <T> Decision<T> decide(Flag<T> flag, EvaluationContext context, long version) {
    String id = context.id(unit);
    int bucket = bucket(id);
    int rule = ruleFor(context, bucket);
    Flag.Variant<T> variant = flag.variants().get(rule < 0 ? otherwise : rules[rule].variant(id));
    Reason reason = rule < 0 ? why : Reason.RULE;
    return new Decision<>(variant.value(), variant.name(), reason, rule, bucket, version);
  }

  private int bucket(@Nullable String id) {
    return id == null || buckets == null ? NO_BUCKET : buckets.of(id);
  }

  private int ruleFor(EvaluationContext context, int bucket) {
    for (int at = 0; at < rules.length; at++) {
      if (rules[at].takes(context, bucket)) {
        return at;
      }
    }
    return -1;
  }
}
