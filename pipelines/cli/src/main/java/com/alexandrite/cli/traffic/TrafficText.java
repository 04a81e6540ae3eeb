package com.alexandrite.cli.traffic;

import com.alexandrite.cli.traffic.TrafficReport.SiteReport;
import com.alexandrite.cli.traffic.TrafficReport.VersionReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the played customers have seen, in a terminal's words. */
public final class TrafficText {
  private TrafficText() {}

  /** A summary, a line for each version and each kind of failure, and the same of the staff. */
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
    report.failuresByAnswer().forEach((what, times) -> lines.add(failed(what, times)));
    report.byService().forEach((service, seen) -> addStaff(lines, service, seen));
    return lines;
  }

  private static void addStaff(List<String> lines, String service, SiteReport seen) {
    lines.add(
        "Staff at %s: %d requests, %d failed".formatted(service, seen.requests(), seen.failures()));
    seen.byVersion().forEach((version, part) -> lines.add(line(version, part)));
    seen.failuresByAnswer().forEach((what, times) -> lines.add(failed(what, times)));
  }

  private static String failed(String what, long times) {
    return "  failed %d x %s".formatted(times, what);
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
