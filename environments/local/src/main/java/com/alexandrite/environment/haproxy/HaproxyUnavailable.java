package com.alexandrite.environment.haproxy;

/**
 * HAProxy does not answer on its admin socket; what it serves stays as it is, and a later attempt
 * may succeed.
 */
public final class HaproxyUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the socket and the cause. */
  public HaproxyUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
