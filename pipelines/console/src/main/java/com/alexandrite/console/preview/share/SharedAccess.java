package com.alexandrite.console.preview.share;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Whoever has a link needs no account, only what its page looks and works with. */
@Configuration(proxyBeanMethods = false)
class SharedAccess {
  @Bean
  @Order(1)
  SecurityFilterChain sharedSecurity(HttpSecurity http) {
    return http.securityMatcher("/shared/*", "/console/*.css", "/console/*.js")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .build();
  }
}
