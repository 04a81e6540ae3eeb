package com.alexandrite.rollouts.engine.analysis;

/** Where a run, a metric or one measurement stands. The text is the word that Argo writes. */
public enum AnalysisPhase {
  /** A run that nobody has looked at yet. */
  NOT_STARTED("", 0),
  SUCCESSFUL("Successful", 0),
  RUNNING("Running", 1),
  PENDING("Pending", 2),
  INCONCLUSIVE("Inconclusive", 3),
  ERROR("Error", 4),
  FAILED("Failed", 5);

  private final String text;
  private final int severity;

  AnalysisPhase(String text, int severity) {
    this.text = text;
    this.severity = severity;
  }

  /** The word of the manifests and of the API, "" if not started. */
  public String text() {
    return text;
  }

  /** Whether nothing more will happen. */
  public boolean completed() {
    return this == SUCCESSFUL || bad();
  }

  /** Whether it ended other than well. */
  public boolean bad() {
    return this == FAILED || this == ERROR || this == INCONCLUSIVE;
  }

  /** Whether this phase is a worse one than {@code other}. */
  public boolean worseThan(AnalysisPhase other) {
    return severity > other.severity;
  }

  /** The worse of two phases; the first if neither is worse. */
  public static AnalysisPhase worst(AnalysisPhase left, AnalysisPhase right) {
    return right.worseThan(left) ? right : left;
  }

  /** The phase with this word; throws {@link IllegalArgumentException} for any other text. */
  public static AnalysisPhase of(String text) {
    for (AnalysisPhase phase : values()) {
      if (phase.text.equals(text)) {
        return phase;
      }
    }
    throw new IllegalArgumentException("no analysis phase: " + text);
  }
}
