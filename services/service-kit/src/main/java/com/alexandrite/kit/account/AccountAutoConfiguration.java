package com.alexandrite.kit.account;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Sign-in, rights and CSRF. */
@AutoConfiguration(
    before = {
      ServletWebSecurityAutoConfiguration.class,
      // Finds our accounts then, and makes no user of its own.
      UserDetailsServiceAutoConfiguration.class
    })
@ConditionalOnWebApplication
@EnableConfigurationProperties(AccountSettings.class)
class AccountAutoConfiguration {

  private static final String[] PUBLIC = {
    "/sign-in",
    "/sign-in/demo",
    "/sign-out",
    "/api/session",
    "/error",
    "/kit/**",
    "/webjars/**",
    "/static/**",
    "/favicon.svg",
    "/favicon.ico"
  };

  @Bean
  Accounts accounts(AccountSettings settings) {
    return new Accounts(settings, new BCryptPasswordEncoder());
  }

  /** Keeps Boot from making an account of its own with a password in the log. */
  @Bean
  UserDetailsService noOtherAccounts() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }

  @Bean
  AccountSession accountSession(Accounts accounts) {
    return new AccountSession(accounts);
  }

  /**
   * The token lives in a cookie: nobody needs a session before signing in, and every replica can
   * check it.
   */
  @Bean
  CookieCsrfTokenRepository csrfTokens(@Value("${spring.application.name:app}") String service) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("alexandrite-" + service + "-csrf");
    tokens.setHeaderName("X-CSRF-TOKEN");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
    return tokens;
  }

  @Bean
  SignIn signIn(AccountSession sessions, CookieCsrfTokenRepository csrfTokens) {
    var csrf = new CsrfAuthenticationStrategy(csrfTokens);
    csrf.setRequestHandler(csrfHandler());
    return new SignIn(sessions, csrf);
  }

  @Bean
  SessionApi sessionApi(Accounts accounts, SignIn signIn) {
    return new SessionApi(accounts, signIn);
  }

  @Bean
  SignInForm signInForm(Accounts accounts, SignIn signIn) {
    return new SignInForm(accounts, signIn);
  }

  /** The actuator listens on a port of its own that only this machine reaches. */
  @Bean
  @Order(1)
  SecurityFilterChain actuatorSecurity(HttpSecurity http) {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pageSecurity(
      HttpSecurity http,
      AccountSession sessions,
      CookieCsrfTokenRepository csrfTokens,
      ObjectProvider<AccessRules> rules) {
    var refusals = new Refusals();
    return http.securityContext(it -> it.securityContextRepository(sessions))
        .csrf(it -> it.csrfTokenRepository(csrfTokens).csrfTokenRequestHandler(csrfHandler()))
        .exceptionHandling(
            it -> it.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(it -> {
          it.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
          it.requestMatchers(PUBLIC).permitAll();
          rules.orderedStream().forEach(service -> service.addTo(it));
          it.anyRequest().authenticated();
        })
        .build();
  }

  /**
   * Loads the token with the request, so that its cookie is set before a page has begun to leave.
   */
  private static XorCsrfTokenRequestAttributeHandler csrfHandler() {
    var handler = new XorCsrfTokenRequestAttributeHandler();
    handler.setCsrfRequestAttributeName(null);
    return handler;
  }
}
