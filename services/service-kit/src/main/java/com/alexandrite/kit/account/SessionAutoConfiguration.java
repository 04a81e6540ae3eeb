package com.alexandrite.kit.account;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Sessions in the service's database: a release moves customers between replicas and they stay
 * signed in.
 */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(JdbcClient.class)
@EnableJdbcHttpSession
class SessionAutoConfiguration {

  private static final Duration IDLE = Duration.ofHours(8);

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionUpsert() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionIdleTime() {
    return sessions -> sessions.setDefaultMaxInactiveInterval(IDLE);
  }

  /**
   * A name for each service: cookies don't know ports, and on one machine several services share a
   * host.
   */
  @Bean
  CookieSerializer sessionCookie(@Value("${spring.application.name:app}") String service) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName("alexandrite-" + service);
    cookie.setSameSite("Lax");
    cookie.setUseHttpOnlyCookie(true);
    return cookie;
  }
}
