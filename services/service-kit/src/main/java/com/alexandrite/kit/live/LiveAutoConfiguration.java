package com.alexandrite.kit.live;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Live pages wherever there is a database to carry the word. */
@AutoConfiguration(
    after = JdbcClientAutoConfiguration.class,
    beforeName = "com.alexandrite.kit.signal.SignalAutoConfiguration")
@ConditionalOnWebApplication
@ConditionalOnBean(JdbcClient.class)
class LiveAutoConfiguration {

  @Bean
  SignalledFeed liveFeed(JdbcClient jdbc) {
    return new SignalledFeed(jdbc);
  }
}
