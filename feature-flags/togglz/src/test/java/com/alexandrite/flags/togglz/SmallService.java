package com.alexandrite.flags.togglz;

import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.testing.contract.ContractFlags;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** A service as the kit makes one: nobody without an account, and CSRF tokens in a cookie. */
@SpringBootApplication
class SmallService {

  @Bean
  LiveFlags liveFlags() {
    return new LiveFlags(ContractFlags.ALL, false);
  }

  @Bean
  UserDetailsService accounts() {
    return new InMemoryUserDetailsManager(
        User.withUsername("anna").password("{noop}secret").roles("CUSTOMER").build(),
        User.withUsername("sergey").password("{noop}secret").roles("SELLER").build());
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) {
    return http.authorizeHttpRequests(it ->
            it.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .anyRequest()
                .authenticated())
        .csrf(it -> it.csrfTokenRepository(new CookieCsrfTokenRepository()))
        .httpBasic(Customizer.withDefaults())
        .build();
  }
}
