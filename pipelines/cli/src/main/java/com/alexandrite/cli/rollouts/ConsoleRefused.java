package com.alexandrite.cli.rollouts;

import tools.jackson.databind.JsonNode;

/** The console understood the request and said no; the message is for a person. */
public final class ConsoleRefused extends Exception {
  private final String explanation;
  private final int status;
  private final String code;

  private ConsoleRefused(String message, int status, String code) {
    super(message);
    this.explanation = message;
    this.status = status;
    this.code = code;
  }

  /** The refusal told by an RFC 9457 problem; the body may also be something else. */
  static ConsoleRefused of(int status, JsonNode problem) {
    String detail =
        problem.path("detail").asString(problem.path("title").asString("status " + status));
    String action = problem.path("action").asString("");
    String message =
        action.isEmpty() ? detail : detail + (detail.matches(".*[.!?]") ? " " : ": ") + action;
    return new ConsoleRefused(message, status, problem.path("code").asString(""));
  }

  /** What the console said, and what it says to do. */
  public String explanation() {
    return explanation;
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** Stable word for programs; empty when the console gave none. */
  public String code() {
    return code;
  }
}
