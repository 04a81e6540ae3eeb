package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.ConditionError.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition, or any expression of its language, read once and evaluated against many values.
 *
 * <p>The types are checked anew for each value, since the same text is valid for one value and not
 * for another: {@code result == "1"} is an error on a number, not false. Nothing is ever thrown for
 * a mistake in the text or the value.
 */
public final class Condition {

  private final @Nullable Node tree;
  private final @Nullable ConditionError error;
  private volatile @Nullable Prepared last;

  private Condition(@Nullable Node tree, @Nullable ConditionError error) {
    this.tree = tree;
    this.error = error;
  }

  /** Checked and rewritten for values of certain kinds. */
  private record Prepared(Map<String, Nature> natures, Types types, Node tree) {}

  /** Reads a text; what is wrong with it shows in {@link #syntaxError} and in each evaluation. */
  public static Condition compile(String text) {
    try {
      return new Condition(Parser.parse(text), null);
    } catch (Fault fault) {
      return new Condition(null, fault.error());
    } catch (StackOverflowError e) {
      return new Condition(null, tooDeep());
    }
  }

  /** Why the text is not an expression, null if it is one. */
  public @Nullable ConditionError syntaxError() {
    return error;
  }

  /**
   * Whether the condition holds: a value that is {@code Boolean}, or an error.
   *
   * @param result the metric's value, see {@link Nature#of} for the kinds that are known
   * @param now what {@code now()} answers
   */
  public ConditionResult holds(@Nullable Object result, Instant now) {
    ConditionResult outcome = evaluate(result, now);
    if (outcome instanceof ConditionResult.Value(Object value) && !(value instanceof Boolean)) {
      return new ConditionError(Kind.TYPE, "expected bool, but got " + GoTypes.name(value));
    }
    return outcome;
  }

  /** The value of the expression for this result. */
  public ConditionResult evaluate(@Nullable Object result, Instant now) {
    return evaluate(Environment.of(result, now));
  }

  /**
   * The time that an expression like {@code now() - duration("5m")} means: a value that is an
   * {@code Instant}.
   */
  public ConditionResult time(Instant now) {
    ConditionResult outcome = evaluate(Environment.ofTime(now));
    if (outcome instanceof ConditionResult.Value(Object value)) {
      return value instanceof ZonedDateTime time
          ? new ConditionResult.Value(time.toInstant())
          : new ConditionError(Kind.TYPE, "expected time.Time, but got " + GoTypes.name(value));
    }
    return outcome;
  }

  private ConditionResult evaluate(Environment environment) {
    if (tree == null) {
      return error == null ? tooDeep() : error;
    }
    try {
      Prepared ready = prepared(tree, environment.natures());
      return new ConditionResult.Value(
          Evaluator.evaluate(ready.tree(), ready.types(), environment));
    } catch (Fault fault) {
      return fault.error();
    } catch (ArithmeticException | DateTimeException e) {
      return new ConditionError(Kind.RUNTIME, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return tooDeep();
    }
  }

  /** The values of a metric are mostly of one kind. */
  private Prepared prepared(Node written, Map<String, Nature> natures) {
    Prepared known = last;
    if (known != null && known.natures().equals(natures)) {
      return known;
    }
    Types types = Checker.check(written, natures);
    Prepared fresh = new Prepared(natures, types, Rewriter.rewrite(written, types));
    last = fresh;
    return fresh;
  }

  private static ConditionError tooDeep() {
    return new ConditionError(Kind.COMPILE, "expression is nested too deeply");
  }
}
