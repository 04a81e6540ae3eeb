package com.alexandrite.flags;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.FlagDocument.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule with its segment's conditions beside its own, and its weights summed up. */
final class CompiledRule {
  private static final int NOBODY = -1;

  /** The first variant is "off"; so is one that this build does not know. */
  private static final int OFF = 0;

  private final CompiledCondition[] conditions;
  private final int share;
  private final int[] variants;
  private final long[] upTo;
  private final Buckets shuffled;

  private CompiledRule(
      Flag<?> flag, List<Condition> conditions, int share, List<Weighted> serve, Buckets shuffled) {
    this.conditions =
        conditions.stream().map(CompiledCondition::new).toArray(CompiledCondition[]::new);
    this.share = share;
    this.variants =
        serve.stream().mapToInt(one -> Math.max(OFF, flag.indexOf(one.variant()))).toArray();
    this.upTo = new long[variants.length];
    long sum = 0;
    for (int at = 0; at < upTo.length; at++) {
      sum += serve.get(at).weight();
      upTo[at] = sum;
    }
    this.shuffled = shuffled;
  }

  /**
   * @param shuffled buckets that choose among several variants, independent of the share's
   */
  static CompiledRule of(Flag<?> flag, Rule rule, List<Segment> segments, Buckets shuffled) {
    if (rule.segment() == null) {
      return new CompiledRule(flag, rule.conditions(), rule.share(), rule.serve(), shuffled);
    }
    Optional<Segment> segment =
        segments.stream().filter(one -> one.key().equals(rule.segment())).findFirst();
    List<Condition> conditions = new ArrayList<>(rule.conditions());
    segment.ifPresent(one -> conditions.addAll(0, one.conditions()));
    // A segment that is not there holds nobody.
    int share = segment.isPresent() ? rule.share() : NOBODY;
    return new CompiledRule(flag, conditions, share, rule.serve(), shuffled);
  }

  /** Whether the bucket matters. */
  boolean isSplit() {
    return share > 0 && share < FlagDocument.EVERYBODY;
  }

  /**
   * Whether the rule decides.
   *
   * @param bucket below 0 when it is not known: then only a rule for all buckets takes it in
   */
  boolean takes(EvaluationContext context, int bucket) {
    if (bucket < 0 ? share < FlagDocument.EVERYBODY : bucket >= share) {
      return false;
    }
    for (CompiledCondition condition : conditions) {
      if (!condition.holds(context)) {
        return false;
      }
    }
    return true;
  }

  /** Index of the variant that a unit gets; the first served when the unit is not known. */
  int variant(@Nullable String id) {
    if (variants.length == 1 || id == null) {
      return variants[0];
    }
    long place = shuffled.of(id) * upTo[upTo.length - 1] / Buckets.COUNT;
    for (int at = 0; at < upTo.length; at++) {
      if (place < upTo[at]) {
        return variants[at];
      }
    }
    return variants[0];
  }
}
