package com.alexandrite.perf.flagkill;

import com.alexandrite.environment.testing.BackingServers;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The flag server alone, with an open door: nobody but the measurement reaches it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      DataSourceAutoConfiguration.class,
      FlywayAutoConfiguration.class,
      RabbitAutoConfiguration.class
    })
class MeasuredServer {
  static final String KEY = "ser.measured";

  static ConfigurableApplicationContext start(BackingServers servers) {
    Map<String, Object> properties =
        Map.ofEntries(
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.port", 0),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.threads.virtual.enabled", true),
            Map.entry("logging.level.root", "warn"),
            Map.entry("alexandrite.flagserver.database.url", servers.jdbcUrl()),
            Map.entry("alexandrite.flagserver.database.username", servers.databaseUser()),
            Map.entry("alexandrite.flagserver.database.password", servers.databasePassword()),
            Map.entry("alexandrite.flagserver.broker.host", "127.0.0.1"),
            Map.entry("alexandrite.flagserver.broker.port", servers.rabbitPort()),
            Map.entry("alexandrite.flagserver.broker.username", servers.rabbitUser()),
            Map.entry("alexandrite.flagserver.broker.password", servers.rabbitPassword()),
            Map.entry("alexandrite.flagserver.broker.virtual-host", servers.rabbitVhost()),
            Map.entry("alexandrite.flagserver.keys.local", KEY));
    return new SpringApplicationBuilder(MeasuredServer.class)
        .run(
            properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  SecurityFilterChain open(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .build();
  }
}
