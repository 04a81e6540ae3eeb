package com.alexandrite.console.release;

import com.alexandrite.rollouts.engine.operation.NotNow;
import com.alexandrite.rollouts.engine.operation.PossibleActions;
import com.alexandrite.rollouts.engine.operation.RolloutAction;
import java.util.List;

/** What was asked can not be done; nothing was changed. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** There is no such rollout, release or revision. */
    UNKNOWN,
    /** What was sent is not valid. */
    INVALID,
    /** Not in the rollout's present state. */
    NOT_NOW,
    /** Who executes the rollouts does not answer, or does not let the console do it. */
    AWAY
  }

  private final Kind kind;
  private final String code;
  private final String detail;
  private final String action;
  private final transient List<String> problems;

  /**
   * A refusal.
   *
   * @param code stable word for programs
   * @param action what to do instead
   */
  public Refused(Kind kind, String code, String detail, String action) {
    this(kind, code, detail, action, List.of());
  }

  /** A refusal with several reasons, each with its place. */
  public Refused(Kind kind, String code, String detail, String action, List<String> problems) {
    super(detail);
    this.kind = kind;
    this.code = code;
    this.detail = detail;
    this.action = action;
    this.problems = List.copyOf(problems);
  }

  /** There is no such rollout. */
  public static Refused unknownRollout(String rollout) {
    return new Refused(
        Kind.UNKNOWN,
        "rollout-unknown",
        "There is no rollout " + rollout + ".",
        "List the rollouts, or apply its manifests first.");
  }

  /** Not in the present state. */
  public static Refused notNow(String code, String detail) {
    return new Refused(Kind.NOT_NOW, code, detail, "Look at the rollout's present state.");
  }

  /** Nothing is done that is not right in the present state. */
  public static void unlessRight(PossibleActions now, RolloutAction action) {
    now.refusal(action)
        .ifPresent(why -> {
          throw notNow(why);
        });
  }

  /** Not in the present state. */
  public static Refused notNow(NotNow why) {
    return notNow(why.code(), why.sentence());
  }

  /** Nothing is done without a reason. */
  public static void unlessReason(String reason) {
    if (reason.isBlank()) {
      throw new Refused(
          Kind.INVALID, "reason-missing", "A reason is needed.", "Say in a few words why.");
    }
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  public String action() {
    return action;
  }

  public List<String> problems() {
    return problems;
  }
}
