package com.alexandrite.kit.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its trace id, from the caller or new, and tells it in the answer. */
class TraceFilter extends OncePerRequestFilter {

  private static final String REQUEST_ATTRIBUTE = TraceFilter.class.getName();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Object earlier = request.getAttribute(REQUEST_ATTRIBUTE);
    String given =
        earlier != null
            ? earlier.toString()
            : TraceId.ofTraceparent(request.getHeader("traceparent")).orElse(null);
    try (TraceId.Scope scope = TraceId.open(given)) {
      request.setAttribute(REQUEST_ATTRIBUTE, scope.id());
      response.setHeader("X-Trace-Id", scope.id());
      chain.doFilter(request, response);
    }
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
