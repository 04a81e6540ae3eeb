package com.alexandrite.rollouts.engine.model;

/** Where a rollout stands, in one word. */
public enum Phase {
  HEALTHY("Healthy"),
  PROGRESSING("Progressing"),
  PAUSED("Paused"),
  DEGRADED("Degraded");

  private final String text;

  Phase(String text) {
    this.text = text;
  }

  /** The word that Argo uses. */
  public String text() {
    return text;
  }
}
