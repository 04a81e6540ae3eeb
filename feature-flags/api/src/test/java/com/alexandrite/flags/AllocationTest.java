package com.alexandrite.flags;

import static com.alexandrite.flags.Documents.CATALOGUE;
import static com.alexandrite.flags.Documents.ON;
import static com.alexandrite.flags.Documents.VIEWER;
import static com.alexandrite.flags.Documents.document;
import static com.alexandrite.flags.Documents.enabled;
import static com.alexandrite.flags.Documents.on;
import static com.alexandrite.flags.FlagDocument.EVERYBODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An evaluation allocates nothing, not even before the compiler has seen it. */
class AllocationTest {
  private static final int ROUNDS = 10_000;

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of("everybody", enabled(VIEWER, on(EVERYBODY))),
        Arguments.of("a share", enabled(VIEWER, on(1_000))),
        Arguments.of("every kind of condition", enabled(VIEWER, everyCondition())));
  }

  private static Rule[] everyCondition() {
    return Arrays.stream(Operator.values())
        .map(operator -> new Condition("orders", operator, List.of("many", "7.5")))
        .map(condition -> new Rule("partners", List.of(condition), 1, ON))
        .toArray(Rule[]::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  void allocatesNothing(String name, FlagState state) {
    LiveFlags flags = new LiveFlags(CATALOGUE, false);
    flags.apply(document(1, state));
    EvaluationContext context =
        EvaluationContext.of(Unit.USER, "Жанна-💍").with("kind", "partner").with("orders", "12.25");
    ask(flags, context, 100);

    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long on = ask(flags, context, ROUNDS);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(on).isIn(0L, (long) ROUNDS);
    assertThat(allocated).as("bytes for %s evaluations (%s)", ROUNDS, name).isLessThan(ROUNDS / 10);
  }

  private static long ask(LiveFlags flags, EvaluationContext context, int rounds) {
    long on = 0;
    for (int at = 0; at < rounds; at++) {
      on += flags.isOn(VIEWER, context) ? 1 : 0;
    }
    return on;
  }
}
