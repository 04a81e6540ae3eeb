package com.alexandrite.kit.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells requests of customers from the process's own and from streams that stay open for hours. */
public final class CustomerRequests {

  /**
   * Header by which the process knows its own warm-up requests; its value is {@link #ownMark()}.
   */
  public static final String OWN_HEADER = "X-Alexandrite-Warm-Up";

  /** Known to this process only, so that nobody can hide requests from the figures. */
  private static final String MARK = UUID.randomUUID().toString();

  private CustomerRequests() {}

  /** Returns the value that marks the process's own requests. */
  public static String ownMark() {
    return MARK;
  }

  /** Says whether a request counts in the figures that a release is judged by. */
  public static boolean counts(@Nullable HttpServletRequest request) {
    return request != null && !isOwn(request.getHeader(OWN_HEADER)) && !isStream(request);
  }

  private static boolean isOwn(@Nullable String mark) {
    return mark != null && MessageDigest.isEqual(mark.getBytes(UTF_8), MARK.getBytes(UTF_8));
  }

  private static boolean isStream(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/event-stream");
  }
}
