package com.alexandrite.flags.flagsmith;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Condition;
import com.flagsmith.flagengine.segments.SegmentConditionModel;
import com.flagsmith.flagengine.segments.SegmentModel;
import com.flagsmith.flagengine.segments.SegmentRuleModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A segment of Flagsmith, whose rules may nest, as alternatives: who fulfils all conditions of one
 * of them, and is within its share, is in. Each becomes a rule of ours; since the first that takes
 * a unit in decides, and all of a flag's rules see the same bucket, that is the same.
 */
final class ForeignSegment {
  private ForeignSegment() {}

  /** One way to be in. */
  record Alternative(List<Condition> conditions, int share) {
    static final Alternative ALWAYS = new Alternative(List.of(), FlagDocument.EVERYBODY);

    static Alternative of(Condition... conditions) {
      return new Alternative(List.of(conditions), FlagDocument.EVERYBODY);
    }

    private Alternative and(Alternative other) {
      List<Condition> both = new ArrayList<>(conditions);
      both.addAll(other.conditions);
      return new Alternative(List.copyOf(both), Math.min(share, other.share));
    }
  }

  /** The ways to be in; empty when a condition has no words here. */
  static Optional<List<Alternative>> alternatives(SegmentModel segment) {
    List<SegmentRuleModel> rules = segment.getRules();
    // As in the client: a segment without rules has nobody in it.
    return rules == null || rules.isEmpty()
        ? Optional.of(List.of())
        : all(rules, ForeignSegment::of);
  }

  private static Optional<List<Alternative>> of(SegmentRuleModel rule) {
    List<SegmentRuleModel> nested = rule.getRules() == null ? List.of() : rule.getRules();
    Optional<List<Alternative>> own = ofConditions(rule);
    Optional<List<Alternative>> inner = all(nested, ForeignSegment::of);
    return own.flatMap(left -> inner.map(right -> both(left, right)));
  }

  private static Optional<List<Alternative>> ofConditions(SegmentRuleModel rule) {
    List<SegmentConditionModel> conditions = rule.getConditions();
    if (conditions == null || conditions.isEmpty()) {
      return Optional.of(List.of(Alternative.ALWAYS));
    }
    return switch (rule.getType()) {
      case "ALL" -> all(conditions, ForeignConditions::holds);
      case "ANY" -> one(conditions);
      case "NONE" -> all(conditions, ForeignConditions::fails);
      default -> Optional.empty();
    };
  }

  private static <T> Optional<List<Alternative>> all(
      List<T> parts, Function<T, Optional<List<Alternative>>> reading) {
    Optional<List<Alternative>> all = Optional.of(List.of(Alternative.ALWAYS));
    for (T part : parts) {
      Optional<List<Alternative>> next = reading.apply(part);
      all = all.flatMap(left -> next.map(right -> both(left, right)));
    }
    return all;
  }

  private static List<Alternative> both(List<Alternative> left, List<Alternative> right) {
    return left.stream().flatMap(one -> right.stream().map(one::and)).toList();
  }

  private static Optional<List<Alternative>> one(List<SegmentConditionModel> conditions) {
    List<Alternative> any = new ArrayList<>();
    for (SegmentConditionModel condition : conditions) {
      Optional<List<Alternative>> next = ForeignConditions.holds(condition);
      if (next.isEmpty()) {
        return next;
      }
      next.get().forEach(alternative -> addOrJoin(any, alternative));
    }
    return Optional.of(List.copyOf(any));
  }

  /** Values of one attribute become one condition, so that a long list stays one rule. */
  private static void addOrJoin(List<Alternative> any, Alternative next) {
    if (any.isEmpty() || !isJoinable(any.getLast(), next)) {
      any.add(next);
      return;
    }
    Condition last = any.removeLast().conditions().getFirst();
    List<String> values =
        Stream.concat(last.values().stream(), next.conditions().getFirst().values().stream())
            .toList();
    any.add(Alternative.of(new Condition(last.attribute(), last.operator(), values)));
  }

  private static boolean isJoinable(Alternative left, Alternative right) {
    if (left.conditions().size() != 1
        || right.conditions().size() != 1
        || Math.min(left.share(), right.share()) < FlagDocument.EVERYBODY) {
      return false;
    }
    Condition one = left.conditions().getFirst();
    Condition other = right.conditions().getFirst();
    return one.attribute().equals(other.attribute())
        && one.operator() == other.operator()
        && (one.operator() == FlagDocument.Operator.IN
            || one.operator() == FlagDocument.Operator.CONTAINS);
  }
}
