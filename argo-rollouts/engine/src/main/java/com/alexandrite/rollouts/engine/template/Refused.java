package com.alexandrite.rollouts.engine.template;

/**
 * Why a run can't be made or carried out.
 *
 * @param subject the argument, metric, field or rule that it is about, "" if none
 * @param message as Argo words it
 */
public record Refused(Reason reason, String subject, String message)
    implements Joined, RunPlan, RolloutArguments {

  /** The kinds of mistakes. */
  public enum Reason {
    TEMPLATE_MISSING,
    TEMPLATES_IN_A_CIRCLE,
    DUPLICATE_METRIC,
    DUPLICATE_DRY_RUN_RULE,
    DUPLICATE_RETENTION_RULE,
    CONFLICTING_ARGUMENT,
    ARGUMENT_NOT_RESOLVED,
    ARGUMENT_NOT_SUPPLIED,
    UNRESOLVED_TAG,
    INVALID_ARGUMENT_TEXT,
    NOT_EXECUTED,
    NO_METRICS,
    NEGATIVE,
    BOTH_DISABLED,
    COUNT_BELOW_LIMITS,
    COUNT_BELOW_CONSECUTIVE_SUCCESS_LIMIT,
    COUNT_BELOW_INCONCLUSIVE_LIMIT,
    INTERVAL_REQUIRED,
    INVALID_DURATION,
    NO_PROVIDER,
    MULTIPLE_PROVIDERS,
    RULE_MATCHES_NO_METRIC,
    INVALID_PATH,
    INDEX_OUT_OF_RANGE,
    INVALID_INDEX,
    NOT_PRIMITIVE,
    UNSUPPORTED_FIELD
  }

  /** Carries a refusal out of the depth; never leaves the package. */
  static final class Signal extends RuntimeException {

    private final transient Refused refused;

    Signal(Reason reason, String subject, String message) {
      super(message, null, false, false);
      this.refused = new Refused(reason, subject, message);
    }

    Refused refused() {
      return refused;
    }
  }
}
