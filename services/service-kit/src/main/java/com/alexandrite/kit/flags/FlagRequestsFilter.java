package com.alexandrite.kit.flags;

import com.alexandrite.flags.Flag;
import com.alexandrite.kit.telemetry.CustomerRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Times requests by the variants that they were given of growing flags: {@code flag.requests} by
 * flag, variant and outcome. Flags that answer everybody alike have no figure, so their number is
 * bounded by what is being grown.
 */
final class FlagRequestsFilter extends OncePerRequestFilter {

  private final MeterRegistry registry;

  FlagRequestsFilter(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long begin = System.nanoTime();
    boolean returned = false;
    try {
      chain.doFilter(request, response);
      returned = true;
    } finally {
      if (request.getAttribute(GrowingFlags.NOTES) instanceof Map<?, ?> notes) {
        Duration spent = Duration.ofNanos(System.nanoTime() - begin);
        String outcome = returned ? outcome(response.getStatus()) : "SERVER_ERROR";
        notes.forEach((flag, variant) -> record((Flag<?>) flag, (String) variant, outcome, spent));
      }
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !CustomerRequests.counts(request);
  }

  private void record(Flag<?> flag, String variant, String outcome, Duration spent) {
    Timer.builder("flag.requests")
        .description("Requests that were given a variant of a flag that is being grown")
        .tag("flag", flag.key())
        .tag("variant", variant)
        .tag("outcome", outcome)
        .register(registry)
        .record(spent);
  }

  /** In the words of {@code http.server.requests}. */
  private static String outcome(int status) {
    return switch (status / 100) {
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }
}
