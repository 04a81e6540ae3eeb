package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.analysis.Limits;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.Wait;
import com.alexandrite.rollouts.engine.template.Refused.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold for the metrics of one run; the first mistake counts. */
final class MetricRules {

  private MetricRules() {}

  /**
   * Throws a {@link Refused.Signal} whose subject is {@code metrics[i]} or {@code
   * metrics[i].field}.
   */
  static void check(List<MetricSpec> metrics) {
    if (metrics.isEmpty()) {
      throw new Refused.Signal(Reason.NO_METRICS, "", "no metrics specified");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < metrics.size(); i++) {
      MetricSpec metric = metrics.get(i);
      Check check = new Check("metrics[" + i + "]");
      check.refuse(
          !names.add(metric.name()),
          Reason.DUPLICATE_METRIC,
          "name",
          "duplicate name '" + metric.name() + "'");
      limits(metric.limits(), check);
      count(metric.limits(), check);
      times(metric, check);
      provider(metric.provider(), check);
    }
  }

  /** Refuses with the metric's place before the field and the message. */
  private record Check(String path) {
    void refuse(boolean wrong, Reason reason, String field, String message) {
      if (wrong) {
        throw new Refused.Signal(reason, path + "." + field, path + ": " + message);
      }
    }
  }

  private static void limits(Limits limits, Check check) {
    int failure = limits.failureLimit().value();
    int success = limits.consecutiveSuccessLimit().value();
    check.refuse(
        success < 0,
        Reason.NEGATIVE,
        "consecutiveSuccessLimit",
        "consecutiveSuccessLimit must be >= 0");
    check.refuse(
        failure < -1,
        Reason.NEGATIVE,
        "failureLimit",
        "failureLimit must be >= 0, or -1 to be disabled");
    check.refuse(
        success == 0 && failure == -1,
        Reason.BOTH_DISABLED,
        "failureLimit,consecutiveSuccessLimit",
        "failureLimit and consecutiveSuccessLimit cannot both be disabled");
    check.refuse(
        limits.inconclusiveLimit().value() < 0,
        Reason.NEGATIVE,
        "inconclusiveLimit",
        "inconclusiveLimit must be >= 0");
    check.refuse(
        limits.consecutiveErrorLimit().value() < 0,
        Reason.NEGATIVE,
        "consecutiveErrorLimit",
        "consecutiveErrorLimit must be >= 0");
  }

  private static void count(Limits limits, Check check) {
    int count = limits.count().value();
    if (count <= 0) {
      return;
    }
    int failure = limits.failureLimit().value();
    int success = limits.consecutiveSuccessLimit().value();
    check.refuse(
        failure >= 0 && count < failure + success,
        Reason.COUNT_BELOW_LIMITS,
        "count",
        "count (%d) must be >= failureLimit + consecutiveSuccessLimit (%d + %d) if both >= 0"
            .formatted(count, failure, success));
    check.refuse(
        failure < 0 && count < success,
        Reason.COUNT_BELOW_CONSECUTIVE_SUCCESS_LIMIT,
        "count",
        "count must be >= consecutiveSuccessLimit");
    check.refuse(
        count < limits.inconclusiveLimit().value(),
        Reason.COUNT_BELOW_INCONCLUSIVE_LIMIT,
        "count",
        "count must be >= inconclusiveLimit");
  }

  private static void times(MetricSpec metric, Check check) {
    check.refuse(
        metric.limits().count().value() > 1 && !metric.interval().present(),
        Reason.INTERVAL_REQUIRED,
        "interval",
        "interval must be specified when count > 1");
    duration(metric.interval(), "interval", "invalid interval string", check);
    duration(metric.initialDelay(), "initialDelay", "invalid startDelay string", check);
  }

  private static void duration(Wait written, String field, String problem, Check check) {
    check.refuse(
        written.present() && written.length().isEmpty(),
        Reason.INVALID_DURATION,
        field,
        problem + ": time: invalid duration \"" + written.text() + "\"");
  }

  private static void provider(ProviderSpec provider, Check check) {
    check.refuse(
        provider instanceof ProviderSpec.Missing,
        Reason.NO_PROVIDER,
        "provider",
        "no provider specified");
    check.refuse(
        provider instanceof ProviderSpec.Several,
        Reason.MULTIPLE_PROVIDERS,
        "provider",
        "multiple providers specified");
  }
}
