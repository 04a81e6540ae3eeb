package com.alexandrite.console.access;

import com.alexandrite.console.release.ConsoleSettings;
import com.alexandrite.kit.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Programs: every request with an {@code Authorization: Bearer} header. It has no session, and
 * needs no CSRF token, as no browser sends such a header by itself. All other requests are the
 * kit's: people who signed in.
 */
@Configuration(proxyBeanMethods = false)
class TokenAccess {
  @Bean
  @Order(0)
  SecurityFilterChain tokenSecurity(
      HttpSecurity http,
      ConsoleSettings settings,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return http.securityMatcher(BearerToken::isPresent)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new BearerToken(settings.token()), AuthorizationFilter.class)
        .exceptionHandling(it ->
            it.authenticationEntryPoint((request, response, _) ->
                problems.resolveException(request, response, null, wrongToken())))
        .authorizeHttpRequests(it -> {
          it.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
          it.anyRequest().authenticated();
        })
        .build();
  }

  private static ProblemException wrongToken() {
    return new ProblemException(
        HttpStatus.UNAUTHORIZED,
        "token-wrong",
        "The token that was sent is not this console's.",
        "Send the installation's ALEXANDRITE_CONSOLE_TOKEN, or sign in on the console's page.");
  }
}
