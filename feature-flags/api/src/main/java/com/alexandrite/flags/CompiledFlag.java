package com.alexandrite.flags;

import com.alexandrite.flags.Decision.Reason;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One flag's state, ready to be asked without looking anything up by name. */
final class CompiledFlag {
  private static final int NO_VARIANT = 0;

  private final Unit unit;
  private final boolean enabled;
  private final boolean honoured;
  private final Buckets buckets;
  private final CompiledRule[] rules;

  CompiledFlag(Flag<?> flag, FlagState state, List<Segment> segments, boolean honoured) {
    this.unit = flag.unit();
    this.enabled = state.enabled();
    this.honoured = honoured;
    this.buckets = new Buckets(state.salt(), flag.key());
    Buckets shuffled = new Buckets(state.salt() + "/variant", flag.key());
    this.rules =
        state.rules().stream()
            .map(rule -> new CompiledRule(flag, rule, segments, shuffled))
            .toArray(CompiledRule[]::new);
  }

  /** Index of the variant that answers; the first is "off". */
  int variant(EvaluationContext context) {
    if (!enabled || !honoured) {
      return NO_VARIANT;
    }
    String id = context.id(unit);
    int bucket = id == null ? -1 : buckets.of(id);
    int rule = ruleFor(context, bucket);
    return rule < 0 ? NO_VARIANT : rules[rule].variant(id);
  }

  <T> Decision<T> decide(Flag<T> flag, EvaluationContext context, long version) {
    String id = context.id(unit);
    int bucket = id == null ? -1 : buckets.of(id);
    int rule = enabled && honoured ? ruleFor(context, bucket) : -1;
    Flag.Variant<T> variant = flag.variants().get(rule < 0 ? NO_VARIANT : rules[rule].variant(id));
    return new Decision<>(variant.value(), variant.name(), reason(rule), rule, bucket, version);
  }

  private Reason reason(int rule) {
    if (!honoured) {
      return Reason.NO_DRILL;
    }
    if (!enabled) {
      return Reason.SWITCHED_OFF;
    }
    return rule < 0 ? Reason.NO_RULE : Reason.RULE;
  }

  private int ruleFor(EvaluationContext context, int bucket) {
    for (int at = 0; at < rules.length; at++) {
      if (rules[at].takes(context, bucket)) {
        return at;
      }
    }
    return -1;
  }

  /** A rule with its segment's conditions beside its own, and its weights summed up. */
  private static final class CompiledRule {
    private final CompiledCondition[] conditions;
    private final boolean possible;
    private final int share;
    private final int[] variants;
    private final int[] upTo;
    private final Buckets shuffled;

    CompiledRule(Flag<?> flag, FlagDocument.Rule rule, List<Segment> segments, Buckets shuffled) {
      Segment segment = segment(rule.segment(), segments);
      // A segment that is not there holds nobody.
      this.possible = rule.segment() == null || segment != null;
      this.conditions =
          java.util.stream.Stream.concat(
                  segment == null ? java.util.stream.Stream.empty() : segment.conditions().stream(),
                  rule.conditions().stream())
              .map(CompiledCondition::new)
              .toArray(CompiledCondition[]::new);
      this.share = rule.share();
      this.shuffled = shuffled;
      this.variants = rule.serve().stream().mapToInt(one -> indexOf(flag, one.variant())).toArray();
      this.upTo = new int[variants.length];
      int sum = 0;
      for (int at = 0; at < upTo.length; at++) {
        sum += rule.serve().get(at).weight();
        upTo[at] = sum;
      }
    }

    boolean takes(EvaluationContext context, int bucket) {
      if (!possible || (bucket < 0 ? share < FlagDocument.EVERYBODY : bucket >= share)) {
        return false;
      }
      for (CompiledCondition condition : conditions) {
        if (!condition.holds(context)) {
          return false;
        }
      }
      return true;
    }

    int variant(@Nullable String id) {
      if (variants.length == 1 || id == null) {
        return variants[0];
      }
      int sum = upTo[upTo.length - 1];
      long place = (long) shuffled.of(id) * sum / Buckets.COUNT;
      for (int at = 0; at < upTo.length; at++) {
        if (place < upTo[at]) {
          return variants[at];
        }
      }
      return variants[0];
    }

    private static @Nullable Segment segment(@Nullable String key, List<Segment> segments) {
      for (Segment segment : segments) {
        if (segment.key().equals(key)) {
          return segment;
        }
      }
      return null;
    }

    private static int indexOf(Flag<?> flag, String variant) {
      for (int at = 0; at < flag.variants().size(); at++) {
        if (flag.variants().get(at).name().equals(variant)) {
          return at;
        }
      }
      return NO_VARIANT;
    }
  }
}
