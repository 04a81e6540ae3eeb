package com.alexandrite.flags.server.measure;

import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.schedule.Guard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the requests, and the jobs, of those who were given the flag with those of the others
 * over two minutes: the share of failures, and the time that 95 of 100 keep. Both groups see the
 * same moment and the same load, so a difference is the flag's. Harm in either is harm; where too
 * few are measured the other decides alone.
 */
public final class MeasuredGuard implements Guard {
  /** Fewer in either group say nothing. */
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

  /** What services measure, by flag, variant and outcome. */
  enum Work {
    /** Pages and API calls. */
    REQUESTS("flag_requests_seconds"),
    /** What is done for messages, such as pricing a model. */
    JOBS("flag_jobs_seconds");

    private final String metric;

    Work(String metric) {
      this.metric = metric;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One group: how many, of them failed, and seconds that 95 of 100 keep. */
  record Group(double count, double failed, double p95) {
    double errors() {
      return count == 0 ? 0 : failed / count;
    }
  }

  @Override
  public Finding look(String environment, String flag) {
    try {
      String off = definitions.known(flag).offVariant();
      String having = "flag=\"" + flag + "\",variant!=\"" + off + "\"";
      String others = "flag=\"" + flag + "\",variant=\"" + off + "\"";
      List<Finding> findings = new ArrayList<>();
      for (Work work : Work.values()) {
        findings.add(judge(work, group(work, having), group(work, others)));
      }
      return worst(findings);
    } catch (IOException e) {
      return new Finding(Verdict.UNCLEAR, "it can not be measured: " + e.getMessage());
    }
  }

  /** Harm before all, and what is known before what is not. */
  static Finding worst(List<Finding> findings) {
    return Stream.of(Verdict.HARM, Verdict.WELL)
        .flatMap(verdict -> findings.stream().filter(one -> one.verdict() == verdict))
        .findFirst()
        .orElseGet(() ->
            new Finding(
                Verdict.UNCLEAR,
                findings.stream().map(Finding::why).collect(Collectors.joining("; "))));
  }

  /** The verdict on two groups. */
  static Finding judge(Work work, Group having, Group others) {
    if (having.count() < FEWEST || others.count() < FEWEST) {
      return new Finding(
          Verdict.UNCLEAR,
          String.format(
              Locale.ROOT,
              "too few %s: %.0f with it, %.0f without",
              work.word(),
              having.count(),
              others.count()));
    }
    if (having.errors() > others.errors() + MORE_ERRORS) {
      return new Finding(
          Verdict.HARM,
          String.format(
              Locale.ROOT,
              "%2$.1f %% of the %1$s with it failed, %3$.1f %% without it",
              work.word(),
              having.errors() * 100,
              others.errors() * 100));
    }
    if (having.p95() > others.p95() * SLOWER_BY + SLOWER_SECONDS) {
      return new Finding(
          Verdict.HARM,
          String.format(
              Locale.ROOT,
              "95 of 100 %s with it take up to %.0f ms, without it %.0f ms",
              work.word(),
              having.p95() * 1000,
              others.p95() * 1000));
    }
    return new Finding(Verdict.WELL, "no worse off than the others");
  }

  private Group group(Work work, String labels) throws IOException {
    String count = work.metric + "_count{" + labels;
    String buckets = work.metric + "_bucket{" + labels + "}" + WINDOW;
    return new Group(
        prometheus.one("sum(increase(" + count + "}" + WINDOW + "))"),
        prometheus.one("sum(increase(" + count + ",outcome=\"SERVER_ERROR\"}" + WINDOW + "))"),
        prometheus.one("histogram_quantile(0.95, sum by (le) (rate(" + buckets + ")))"));
  }
}
