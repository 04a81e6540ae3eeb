package com.alexandrite.kit.drill;

import com.alexandrite.kit.telemetry.CustomerRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Spoils a share of the customers' requests. */
class DrillFilter extends OncePerRequestFilter {

  static final double ERROR_SHARE = 0.25;
  static final double SLOW_SHARE = 0.60;
  static final Duration DELAY = Duration.ofMillis(900);

  private final Drill drill;
  private final DoubleSupplier chance;

  DrillFilter(Drill drill, DoubleSupplier chance) {
    this.drill = drill;
    this.chance = chance;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (drill == Drill.ERRORS && chance.getAsDouble() < ERROR_SHARE) {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      return;
    }
    if (drill == Drill.LATENCY && chance.getAsDouble() < SLOW_SHARE) {
      delay();
    }
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !CustomerRequests.counts(request);
  }

  private static void delay() {
    try {
      Thread.sleep(DELAY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
