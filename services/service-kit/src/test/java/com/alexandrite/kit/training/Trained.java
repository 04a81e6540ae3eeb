package com.alexandrite.kit.training;

import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** A service with work to take, which fails when it takes any. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Trained {

  static final String EXCHANGE = "test.training";
  static final String QUEUE = "test.training.work";

  static void main(String[] arguments) {
    SpringApplication.run(Trained.class, arguments);
  }

  @Bean
  Subscription work() {
    return Subscription.inTransaction(QUEUE, EXCHANGE, List.of("#"), _ -> Outcome.done());
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    throw new IllegalStateException("a training run is over before anything begins");
  }
}
