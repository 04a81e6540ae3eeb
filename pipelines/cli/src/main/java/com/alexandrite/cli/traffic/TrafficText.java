package com.alexandrite.cli.traffic;

import com.alexandrite.cli.traffic.TrafficReport.VersionReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the played customers have seen, in a terminal's words. */
public final class TrafficText {
  private TrafficText() {}

  /** A summary, a line for each version, and a line for each kind of failure. */
  public static List<String> lines(TrafficReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %d requests in %.0f s, %d failed, %d orders accepted",
            report.running() ? "Customers are about" : "Customers have left",
            report.requests(),
            report.seconds(),
            report.failures(),
            report.acceptedOrders()));
    report.byVersion().forEach((version, seen) -> lines.add(line(version, seen)));
    report
        .failuresByAnswer()
        .forEach((what, times) -> lines.add("  failed %d x %s".formatted(times, what)));
    return lines;
  }

  private static String line(String version, VersionReport seen) {
    String name = version.equals(Observations.NO_VERSION) ? "no answer" : "version " + version;
    return String.format(
        Locale.ROOT,
        "  %-11s %7d requests %6d failed   p50 %5.0f ms   p95 %5.0f ms   p99 %5.0f ms",
        name,
        seen.requests(),
        seen.failures(),
        seen.p50Ms(),
        seen.p95Ms(),
        seen.p99Ms());
  }
}
