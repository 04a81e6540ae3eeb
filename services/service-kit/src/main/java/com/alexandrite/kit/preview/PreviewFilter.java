package com.alexandrite.kit.preview;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps a request's baggage for what follows from it, and signs a preview's answers. */
class PreviewFilter extends OncePerRequestFilter {

  static final String ANSWER_HEADER = "X-Alexandrite-Preview";

  private final OwnSpace own;

  PreviewFilter(OwnSpace own) {
    this.own = own;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    own.preview().ifPresent(name -> response.setHeader(ANSWER_HEADER, name));
    try (Baggage.Scope _ = Baggage.open(own.mark(baggage(request)))) {
      chain.doFilter(request, response);
    }
  }

  /** A list may come in several headers. */
  private static Baggage baggage(HttpServletRequest request) {
    return Baggage.of(String.join(",", Collections.list(request.getHeaders(Baggage.HEADER))));
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
