package com.alexandrite.flags.testing;

import static com.alexandrite.flags.EvaluationContext.NOBODY;
import static com.alexandrite.flags.testing.SampleFlags.EXPRESS;
import static com.alexandrite.flags.testing.SampleFlags.LAYOUT;
import static com.alexandrite.flags.testing.SampleFlags.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.testing.TestOverFlags.Vary;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The extension, seen by whoever runs the tests. */
class OverFlagsTest {

  static class AsksNone {
    @TestOverFlags
    void test(Flags flags) {
      assertThat(flags).isNotNull();
    }
  }

  @Test
  void aTestThatAsksNoFlagRunsOnce() {
    assertThat(states(run(AsksNone.class))).containsExactly("none");
  }

  static class AsksTwo {
    @TestOverFlags
    void test(Flags flags) {
      assertThat(flags.isOn(VIEWER, NOBODY)).isIn(true, false);
      assertThat(flags.value(LAYOUT, NOBODY)).isNotBlank();
    }
  }

  @Test
  void eachFlagThatIsAskedIsTriedInEachVariant() {
    EngineExecutionResults results = run(AsksTwo.class);

    assertThat(states(results))
        .containsExactly(
            "layout=old, viewer=off",
            "layout=cards, viewer=off",
            "layout=table, viewer=off",
            "layout=old, viewer=on");
    assertThat(displayNames(results))
        .containsExactly(
            "flags at their fallbacks",
            "flags layout=cards",
            "flags layout=table",
            "flags viewer=on");
  }

  static class AsksOneBehindAnother {
    @TestOverFlags
    void test(Flags flags) {
      assertThat(flags.isOn(VIEWER, NOBODY) && flags.isOn(EXPRESS, NOBODY)).isIn(true, false);
    }
  }

  @Test
  void aFlagBehindAnotherIsTriedWhereItIsAsked() {
    assertThat(states(run(AsksOneBehindAnother.class)))
        .containsExactly("viewer=off", "express=on, viewer=on", "express=off, viewer=on");
  }

  static class FailsInOneState {
    @TestOverFlags
    void test(FixedFlags flags) {
      boolean breaks = flags.isOn(VIEWER, NOBODY) && flags.isOn(EXPRESS, NOBODY);
      assertThat(breaks).as("price is shown").isFalse();
    }
  }

  @Test
  void aTestThatFailsInOneStateOnlyIsReportedWithThatState() {
    EngineExecutionResults results = run(FailsInOneState.class);

    assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
    Event failed = results.testEvents().failed().stream().toList().getFirst();
    assertThat(results.testEvents().failed().count()).isEqualTo(1);
    assertThat(failed.getTestDescriptor().getDisplayName()).isEqualTo("flags viewer=on");
    assertThat(failure(failed))
        .hasMessageContaining("price is shown")
        .satisfies(each ->
            assertThat(each.getSuppressed())
                .singleElement()
                .hasToString(
                    "com.alexandrite.flags.testing.Run$With: with the flags express=on, viewer=on"));
  }

  static class FailsBeforeTheTest {
    @BeforeEach
    void open(Flags flags) {
      assertThat(flags.isOn(VIEWER, NOBODY)).isFalse();
    }

    @TestOverFlags
    void test(Flags flags) {
      assertThat(flags.isOn(VIEWER, NOBODY)).isFalse();
    }
  }

  @Test
  void soIsOneThatFailsWhileItIsSetUp() {
    Event failed = run(FailsBeforeTheTest.class).testEvents().failed().stream().toList().getFirst();

    assertThat(failure(failed).getSuppressed()).singleElement().asString().contains("viewer=on");
  }

  static class SetsOneItself {
    @TestOverFlags
    void test(FixedFlags flags) {
      flags.on(VIEWER);
      assertThat(flags.isOn(VIEWER, NOBODY)).isTrue();
      assertThat(flags.isOn(EXPRESS, NOBODY)).isIn(true, false);
    }
  }

  @Test
  void aFlagThatTheTestSetsIsNotVaried() {
    assertThat(states(run(SetsOneItself.class)))
        .containsExactly("express=on, viewer=on", "express=off, viewer=on");
  }

  static class Pairs {
    @TestOverFlags(Vary.PAIRWISE)
    void test(Flags flags) {
      assertThat(flags.isOn(VIEWER, NOBODY)).isIn(true, false);
      assertThat(flags.isOn(EXPRESS, NOBODY)).isIn(true, false);
    }
  }

  @Test
  void pairwiseTriesTheFlagsTogether() {
    EngineExecutionResults results = run(Pairs.class);

    assertThat(states(results))
        .containsExactlyInAnyOrder(
            "express=on, viewer=off",
            "express=on, viewer=on",
            "express=off, viewer=on",
            "express=off, viewer=off");
    assertThat(displayNames(results)).contains("flags express=off, viewer=off");
  }

  @TestOverFlags
  static class WholeClass {
    private final Flags flags;

    WholeClass(Flags flags) {
      this.flags = flags;
    }

    @Test
    void asksOne() {
      assertThat(flags.isOn(VIEWER, NOBODY)).isIn(true, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void asksAnother(int number, FixedFlags same) {
      assertThat(same).isSameAs(flags);
      assertThat(flags.isOn(EXPRESS, NOBODY)).as("number %s", number).isIn(true, false);
    }
  }

  @Test
  void aClassRunsInTheStatesOfTheFlagsOfAllItsTests() {
    EngineExecutionResults results = run(WholeClass.class);

    results.testEvents().assertStatistics(stats -> stats.succeeded(9).failed(0));
    assertThat(displayNames(results))
        .contains("flags at their fallbacks", "flags express=off", "flags viewer=on");
    assertThat(states(results))
        .containsExactlyInAnyOrder(
            "viewer=off",
            "express=on",
            "express=on",
            "viewer=off",
            "express=off",
            "express=off",
            "viewer=on",
            "express=on",
            "express=on");
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static List<String> states(EngineExecutionResults results) {
    return results.allEvents().reportingEntryPublished().stream()
        .map(event -> event.getRequiredPayload(ReportEntry.class))
        .map(entry -> entry.getKeyValuePairs().getOrDefault("flags", "no entry"))
        .toList();
  }

  private static List<String> displayNames(EngineExecutionResults results) {
    return results.allEvents().started().stream()
        .map(event -> event.getTestDescriptor().getDisplayName())
        .filter(name -> name.startsWith("flags "))
        .toList();
  }

  private static Throwable failure(Event failed) {
    return failed.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }
}
