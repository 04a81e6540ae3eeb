package com.alexandrite.console.access;

import com.alexandrite.console.release.ConsoleSettings;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Programs: every request with an {@code Authorization: Bearer} header. It has no session, and
 * needs no CSRF token, as no browser sends such a header by itself. All other requests are the
 * kit's: people who signed in.
 */
@Configuration(proxyBeanMethods = false)
class TokenAccess {
  @Bean
  @Order(0)
  SecurityFilterChain tokenSecurity(HttpSecurity http, ConsoleSettings settings) {
    return http.securityMatcher(BearerToken::isPresent)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new BearerToken(settings.token()), AuthorizationFilter.class)
        .exceptionHandling(
            it -> it.authenticationEntryPoint((_, response, _) -> response.sendError(401)))
        .authorizeHttpRequests(it -> {
          it.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
          it.anyRequest().authenticated();
        })
        .build();
  }
}
