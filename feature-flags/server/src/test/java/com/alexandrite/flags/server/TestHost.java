package com.alexandrite.flags.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** An application as the console is: with a data source and tables of its own, and sign-in. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = RabbitAutoConfiguration.class)
class TestHost {
  /** Who asks; believed, as this is a test. */
  static final String ACTOR = "X-Actor";

  @Bean
  TestClock clock() {
    return TestClock.CLOCK;
  }

  @Bean
  SecurityFilterChain people(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .addFilterBefore(new Believing(), AuthorizationFilter.class)
        .authorizeHttpRequests(it -> it.anyRequest().authenticated())
        .build();
  }

  /** One clock for all servers of a test; it goes with the real one until it is set forward. */
  static final class TestClock implements InstantSource {
    static final TestClock CLOCK = new TestClock();
    private volatile java.time.Duration ahead = java.time.Duration.ZERO;

    @Override
    public java.time.Instant instant() {
      return InstantSource.system().instant().plus(ahead);
    }

    void forward(java.time.Duration by) {
      ahead = ahead.plus(by);
    }
  }

  private static final class Believing extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String actor = request.getHeader(ACTOR);
      if (actor != null) {
        SecurityContextHolder.setContext(
            new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(actor, "", List.of())));
      }
      chain.doFilter(request, response);
    }
  }
}
