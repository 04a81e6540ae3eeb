package com.alexandrite.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
  @TempDir Path module;

  @Test
  void sumsUnitAndIntegrationTests() throws IOException {
    report(
        "surefire-reports", "a.PricesTest", "<testcase name=\"sums\" classname=\"a.PricesTest\"/>");
    report(
        "failsafe-reports",
        "a.ShopIT",
        """
        <testcase name="opens" classname="a.ShopIT"><system-out>hello</system-out></testcase>
        <testcase name="sells" classname="a.ShopIT"><failure message="expected 1&#10;but 2">trace</failure></testcase>
        <testcase name="sails" classname="a.ShopIT"><error type="x">trace</error></testcase>
        <testcase name="sleeps" classname="a.ShopIT"><skipped message="too slow"/></testcase>
        """);
    TestReports reports = TestReports.in(List.of(module));
    assertThat(reports.passed()).isEqualTo(2);
    assertThat(reports.failures())
        .extracting("name")
        .containsExactly("ShopIT.sells", "ShopIT.sails");
    assertThat(reports.failures().getFirst().message()).isEqualTo("expected 1");
    assertThat(reports.failures().getFirst().log()).endsWith("failsafe-reports/a.ShopIT.txt");
    assertThat(reports.skipped())
        .containsExactly(new TestResult.Skipped("ShopIT.sleeps", "too slow"));
  }

  @Test
  void aReportCutShortIsAFailure() throws IOException {
    Path folder = Files.createDirectories(module.resolve("target/surefire-reports"));
    Files.writeString(folder.resolve("TEST-a.PricesTest.xml"), "<testsuite><testcase name=");
    assertThat(TestReports.in(List.of(module)).failures()).hasSize(1);
  }

  @Test
  void forgetsEarlierRuns() throws IOException {
    report(
        "surefire-reports", "a.PricesTest", "<testcase name=\"sums\" classname=\"a.PricesTest\"/>");
    TestReports.forget(List.of(module));
    assertThat(TestReports.in(List.of(module)).passed()).isZero();
  }

  private void report(String folder, String suite, String tests) throws IOException {
    Path reports = Files.createDirectories(module.resolve("target").resolve(folder));
    Files.writeString(
        reports.resolve("TEST-" + suite + ".xml"),
        "<testsuite name=\"" + suite + "\">" + tests + "</testsuite>");
  }
}
