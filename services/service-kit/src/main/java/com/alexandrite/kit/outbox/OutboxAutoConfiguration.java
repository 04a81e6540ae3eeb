package com.alexandrite.kit.outbox;

import com.alexandrite.kit.preview.OwnSpace;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The outbox, unless {@code alexandrite.outbox.enabled} is false. */
@AutoConfiguration(
    after = {JdbcClientAutoConfiguration.class, RabbitAutoConfiguration.class},
    beforeName = "com.alexandrite.kit.signal.SignalAutoConfiguration")
@ConditionalOnBean({JdbcClient.class, RabbitTemplate.class})
@ConditionalOnProperty(name = "alexandrite.outbox.enabled", matchIfMissing = true)
class OutboxAutoConfiguration {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(5);

  @Bean
  Outbox outbox(JdbcClient jdbc, JsonMapper json, OwnSpace own) {
    return new JdbcOutbox(jdbc, json, own);
  }

  @Bean
  OutboxRelay outboxRelay(
      JdbcClient jdbc,
      RabbitTemplate rabbit,
      PlatformTransactionManager transactions,
      OwnSpace own) {
    // The publisher looks at each return itself; without a callback the template warns of each.
    rabbit.setReturnsCallback(returned -> log.debug("Returned: {}", returned.getRoutingKey()));
    return new OutboxRelay(
        new OutboxTable(jdbc),
        new ConfirmedPublisher(rabbit, own, CONFIRM_TIMEOUT),
        new TransactionTemplate(transactions));
  }
}
