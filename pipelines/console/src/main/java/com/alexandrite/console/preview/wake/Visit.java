package com.alexandrite.console.preview.wake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;

/**
 * A request for a preview that came to the console.
 *
 * @param hostName what the visitor asked for, as the edge tells it
 */
record Visit(HttpServletRequest request, HttpServletResponse response, String hostName) {
  /** Where the waiting page asks how it stands; no service has this path. */
  static final String LOOK = "/.alexandrite/preview";

  Optional<PreviewHost> host() {
    return PreviewHost.of(hostName);
  }

  /** Whether a browser opens a page: only then may a page answer. */
  boolean isPerson() {
    String accept = request.getHeader("Accept");
    return request.getMethod().equals("GET")
        && accept != null
        && accept.contains("text/html")
        && request.getHeader("HX-Request") == null
        && !request.getRequestURI().startsWith("/api/");
  }

  /** Whether it is the waiting page that asks how it stands. */
  boolean isLook() {
    return request.getRequestURI().equals(LOOK);
  }

  Locale language() {
    return request.getLocale().getLanguage().equals("ru") ? Locale.of("ru") : Locale.ENGLISH;
  }
}
