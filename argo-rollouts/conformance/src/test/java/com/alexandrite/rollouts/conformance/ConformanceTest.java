package com.alexandrite.rollouts.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.alexandrite.rollouts.engine.conformance.FileReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every recorded decision is taken as the real controller took it. The published suite is always
 * there; the whole recordings only where {@code ../shared} or system property {@code
 * alexandrite.shared} leads to them.
 */
class ConformanceTest {

  @TestFactory
  Stream<DynamicTest> decidesAsRecordedInThePublishedSuite() throws IOException {
    List<VectorFile> suite = VectorFile.in(Path.of("suite"));
    assertThat(suite).hasSizeGreaterThan(20);
    return suite.stream().map(ConformanceTest::test);
  }

  @TestFactory
  Stream<DynamicTest> decidesAsRecordedInAllRecordings() throws IOException {
    Optional<Path> shared = recordings();
    return shared.isEmpty()
        ? Stream.of(dynamicTest("no recordings beside the checkout", () -> {}))
        : VectorFile.in(shared.get()).stream().map(ConformanceTest::test);
  }

  private static DynamicTest test(VectorFile file) {
    return dynamicTest(
        file.name(),
        () -> {
          FileReport report = report(file);
          System.out.println(report.summary());
          assertThat(report.deviations()).isEmpty();
          assertThat(report.left()).isZero();
          assertThat(report.equal() + report.decided().size())
              .isEqualTo(report.total())
              .isPositive();
        });
  }

  private static FileReport report(VectorFile file) {
    try {
      List<FileReport> told = new ArrayList<>();
      List<FileReport> reports = new Conformance().run(List.of(file), told::add);
      assertThat(told).isEqualTo(reports).hasSize(1);
      return reports.getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(file.name(), e);
    }
  }

  private static Optional<Path> recordings() {
    String shared = System.getProperty("alexandrite.shared");
    if (shared != null) {
      return Optional.of(Path.of(shared, "conformance"));
    }
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path folder = at.resolve("shared/conformance");
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }
}
