package com.alexandrite.kit.drill;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flags;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.telemetry.CustomerRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Spoils customers' requests as the fault flags say, behind the sign-in: they may choose whose. */
class FaultFilter extends OncePerRequestFilter {

  private final Flags flags;
  private final FlagContexts contexts;
  private final FaultFlags faults;
  private final DoubleSupplier chance;

  FaultFilter(Flags flags, FlagContexts contexts, FaultFlags faults, DoubleSupplier chance) {
    this.flags = flags;
    this.contexts = contexts;
    this.faults = faults;
    this.chance = chance;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    EvaluationContext visitor = contexts.visitor();
    if (chance.getAsDouble() < flags.value(faults.errors(), visitor)) {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      return;
    }
    delay(flags.value(faults.latency(), visitor).longValue());
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !CustomerRequests.counts(request);
  }

  private static void delay(long millis) {
    try {
      Thread.sleep(Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
