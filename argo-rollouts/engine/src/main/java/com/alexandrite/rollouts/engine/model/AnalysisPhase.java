package com.alexandrite.rollouts.engine.model;

/** Where a measurement, a metric or a run stands. */
public enum AnalysisPhase {
  PENDING("Pending"),
  RUNNING("Running"),
  SUCCESSFUL("Successful"),
  FAILED("Failed"),
  ERROR("Error"),
  INCONCLUSIVE("Inconclusive");

  private final String text;

  AnalysisPhase(String text) {
    this.text = text;
  }

  /** The word that Argo and the manifests use. */
  public String text() {
    return text;
  }

  /** Whether nothing more will happen. */
  public boolean completed() {
    return switch (this) {
      case SUCCESSFUL, FAILED, ERROR, INCONCLUSIVE -> true;
      case PENDING, RUNNING -> false;
    };
  }
}
