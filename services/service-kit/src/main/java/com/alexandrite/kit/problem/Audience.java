package com.alexandrite.kit.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Who reads an answer. */
public enum Audience {
  /** A person: a page. */
  PERSON,
  /** A program or a script on a page: JSON. */
  PROGRAM;

  /** Tells by the address, the wanted media type, and the mark of a page's script. */
  public static Audience of(HttpServletRequest request) {
    String path = path(request);
    String accept = request.getHeader("Accept");
    boolean wantsPage = accept != null && accept.contains("text/html");
    return wantsPage && !path.startsWith("/api/") && request.getHeader("HX-Request") == null
        ? PERSON
        : PROGRAM;
  }

  /** Returns the path that was asked for, also while its error is being answered. */
  static String path(HttpServletRequest request) {
    Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return original == null ? request.getRequestURI() : original.toString();
  }
}
