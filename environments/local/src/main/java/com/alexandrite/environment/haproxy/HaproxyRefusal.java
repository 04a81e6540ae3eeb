package com.alexandrite.environment.haproxy;

/** HAProxy answered, but would not do what was asked: the configuration and the caller disagree. */
public final class HaproxyRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the command and the answer. */
  public HaproxyRefusal(String message) {
    super(message);
  }
}
