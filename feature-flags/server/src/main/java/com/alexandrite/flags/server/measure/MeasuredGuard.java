package com.alexandrite.flags.server.measure;

import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.schedule.Guard;
import java.io.IOException;
import java.util.Locale;

/**
 * Compares the requests of those who were given the flag with those of the others over two minutes:
 * the share of server errors, and the latency that 95 of 100 requests keep. Both groups see the
 * same moment and the same load, so a difference is the flag's.
 */
public final class MeasuredGuard implements Guard {
  /** Fewer requests in either group say nothing. */
  static final int FEWEST = 30;

  private static final double MORE_ERRORS = 0.02;
  private static final double SLOWER_BY = 1.5;
  private static final double SLOWER_SECONDS = 0.05;
  private static final String WINDOW = "[2m]";

  private final Prometheus prometheus;
  private final Definitions definitions;

  /** Over what this Prometheus measures. */
  public MeasuredGuard(Prometheus prometheus, Definitions definitions) {
    this.prometheus = prometheus;
    this.definitions = definitions;
  }

  /** One group: requests, of them failed, and seconds that 95 of 100 keep. */
  record Group(double requests, double failed, double p95) {
    double errors() {
      return requests == 0 ? 0 : failed / requests;
    }
  }

  @Override
  public Finding look(String environment, String flag) {
    try {
      String off = definitions.known(flag).offVariant();
      Group having = group("flag=\"" + flag + "\",variant!=\"" + off + "\"");
      Group others = group("flag=\"" + flag + "\",variant=\"" + off + "\"");
      return judge(having, others);
    } catch (IOException e) {
      return new Finding(Verdict.UNCLEAR, "it can not be measured: " + e.getMessage());
    }
  }

  /** The verdict on two groups. */
  static Finding judge(Group having, Group others) {
    if (having.requests() < FEWEST || others.requests() < FEWEST) {
      return new Finding(
          Verdict.UNCLEAR,
          String.format(
              Locale.ROOT,
              "too few requests: %.0f with it, %.0f without",
              having.requests(),
              others.requests()));
    }
    if (having.errors() > others.errors() + MORE_ERRORS) {
      return new Finding(
          Verdict.HARM,
          String.format(
              Locale.ROOT,
              "%.1f %% of the requests with it failed, %.1f %% without it",
              having.errors() * 100,
              others.errors() * 100));
    }
    if (having.p95() > others.p95() * SLOWER_BY + SLOWER_SECONDS) {
      return new Finding(
          Verdict.HARM,
          String.format(
              Locale.ROOT,
              "95 of 100 requests with it take up to %.0f ms, without it %.0f ms",
              having.p95() * 1000,
              others.p95() * 1000));
    }
    return new Finding(Verdict.WELL, "no worse off than the others");
  }

  private Group group(String labels) throws IOException {
    String count = "flag_requests_seconds_count{" + labels;
    String buckets = "flag_requests_seconds_bucket{" + labels + "}" + WINDOW;
    return new Group(
        prometheus.one("sum(increase(" + count + "}" + WINDOW + "))"),
        prometheus.one("sum(increase(" + count + ",outcome=\"SERVER_ERROR\"}" + WINDOW + "))"),
        prometheus.one("histogram_quantile(0.95, sum by (le) (rate(" + buckets + ")))"));
  }
}
