package com.alexandrite.kit.account;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may reach which address of a service; what it does not name needs a signed-in account. */
@FunctionalInterface
public interface AccessRules {

  /** Adds the service's rules. */
  void addTo(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules);
}
