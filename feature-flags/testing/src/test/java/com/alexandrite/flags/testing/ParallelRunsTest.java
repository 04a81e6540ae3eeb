package com.alexandrite.flags.testing;

import static com.alexandrite.flags.EvaluationContext.NOBODY;
import static com.alexandrite.flags.testing.SampleFlags.EXPRESS;
import static com.alexandrite.flags.testing.SampleFlags.LAYOUT;
import static com.alexandrite.flags.testing.SampleFlags.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.testing.TestOverFlags.Vary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;

/** Beside other tests, and in the result files. */
class ParallelRunsTest {
  private static final CountDownLatch BOTH = new CountDownLatch(2);

  /** Each half waits in its first run until the other is there: alone neither would end. */
  static class OneHalf {
    @TestOverFlags
    void test(Flags flags) throws InterruptedException {
      meet();
      assertThat(flags.isOn(VIEWER, NOBODY) && flags.isOn(EXPRESS, NOBODY)).isIn(true, false);
    }
  }

  static class OtherHalf {
    @TestOverFlags(Vary.PAIRWISE)
    void test(Flags flags) throws InterruptedException {
      meet();
      assertThat(flags.isOn(EXPRESS, NOBODY)).isIn(true, false);
      assertThat(flags.value(LAYOUT, NOBODY)).isNotBlank();
    }
  }

  private static void meet() throws InterruptedException {
    BOTH.countDown();
    assertThat(BOTH.await(60, TimeUnit.SECONDS)).as("both tests run at once").isTrue();
  }

  @Test
  void testsRunInParallelAndEachLearnsFromItsOwnRuns() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create().execute(parallel(OneHalf.class, OtherHalf.class), summary);

    TestExecutionSummary counts = summary.getSummary();
    assertThat(counts.getFailures()).isEmpty();
    assertThat(counts.getTestsSucceededCount()).as("3 one by one, 6 pairwise").isEqualTo(9);
  }

  private static LauncherDiscoveryRequest parallel(Class<?>... tests) {
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    for (Class<?> test : tests) {
      request.selectors(selectClass(test));
    }
    return request
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
        .build();
  }

  static class FailsWhenTheViewerIsOn {
    @TestOverFlags
    void test(Flags flags) {
      assertThat(flags.isOn(VIEWER, NOBODY)).isFalse();
    }
  }

  @Test
  void theResultFileSaysWhichStatesWereTested(@TempDir Path folder) throws IOException {
    LauncherFactory.create()
        .execute(
            parallel(FailsWhenTheViewerIsOn.class),
            new LegacyXmlReportGeneratingListener(folder, new PrintWriter(Writer.nullWriter())));

    assertThat(Files.readString(folder.resolve("TEST-junit-jupiter.xml")))
        .contains("- flags: viewer=off", "- flags: viewer=on")
        .contains("display-name: flags at their fallbacks", "display-name: flags viewer=on")
        .contains("Suppressed: com.alexandrite.flags.testing.Run$With: with the flags viewer=on");
  }
}
