package com.alexandrite.kit.telemetry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs every answer with the revision and process that gave it. */
class InstanceFilter extends OncePerRequestFilter {

  private final InstanceSettings instance;

  InstanceFilter(InstanceSettings instance) {
    this.instance = instance;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-Alexandrite-Version", instance.version());
    response.setHeader("X-Alexandrite-Instance", instance.instance());
    chain.doFilter(request, response);
  }
}
