package com.alexandrite.pricing.request;

import com.alexandrite.flags.Flags;
import com.alexandrite.kit.drill.JobDrill;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.messaging.Inbox;
import com.alexandrite.kit.messaging.Subscription;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.store.ObjectStore;
import com.alexandrite.messages.EventType;
import com.alexandrite.pricing.model.MeasuringModel;
import com.alexandrite.pricing.model.ModelLimits;
import com.alexandrite.pricing.price.PriceRules;
import com.alexandrite.pricing.price.RateTable;
import io.lettuce.core.ClientOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientConfigurationBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Composes the worker. */
@Configuration(proxyBeanMethods = false)
class PricingConfiguration {

  @Bean
  PriceRules priceRules() {
    return new PriceRules(RateTable.current());
  }

  @Bean
  MeasurementCache measurementCache(
      StringRedisTemplate redis,
      JsonMapper json,
      PricingSettings settings,
      @Value("${alexandrite.redis.prefix:}") String space) {
    return new RedisMeasurementCache(redis, json, settings.cachedFor(), space);
  }

  /** While Redis is away its commands fail at once; they must not wait for it to come back. */
  @Bean
  LettuceClientConfigurationBuilderCustomizer failFast() {
    return builder ->
        builder.clientOptions(
            ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
  }

  @Bean
  BoundedMeasuring boundedMeasuring(PricingSettings settings) {
    MeasuringModel measuring =
        new MeasuringModel(
            ModelLimits.ofThisProcess()
                .sharedBy(settings.measuringThreads())
                .withMaxBytes(settings.maxModelSize().toBytes()));
    return new BoundedMeasuring(
        file -> MeasuredModel.of(measuring.of(file)),
        settings.measuringThreads(),
        settings.measuringLimit());
  }

  @Bean
  Pricing pricing(
      PriceRules rules,
      MeasurementCache cache,
      ObjectStore store,
      BoundedMeasuring measuring,
      PricingSettings settings,
      Flags flags) {
    return new Pricing(
        rules,
        new PriceRules(RateTable.next()),
        cache,
        new ModelFetch(store, settings.downloadLimit()),
        measuring,
        settings.maxModelSize().toBytes(),
        flags,
        JobDrill.ofThisProcess());
  }

  @Bean
  AnsweringPriceRequests answeringPriceRequests(
      Pricing pricing,
      PriceRules rules,
      JdbcClient jdbc,
      Inbox inbox,
      Outbox outbox,
      PlatformTransactionManager transactions,
      MeterRegistry registry,
      PricingSettings settings,
      Flags flags,
      FlagContexts contexts) {
    return new AnsweringPriceRequests(
        pricing,
        new JdbcAnswerBook(jdbc),
        inbox,
        outbox,
        new TransactionTemplate(transactions),
        new JobFigures(registry),
        rules.rates().version(),
        settings.quoteValidity(),
        flags,
        contexts.process());
  }

  @Bean
  MeasuringWarmUp measuringWarmUp() {
    return new MeasuringWarmUp();
  }

  /** One more consumer than measuring threads: the next model is fetched while one is measured. */
  @Bean
  Subscription priceRequests(AnsweringPriceRequests handler, PricingSettings settings) {
    return Subscription.longRunning(
        AnsweringPriceRequests.QUEUE,
        EventType.EXCHANGE,
        List.of(EventType.PRICE_REQUESTED.key()),
        settings.measuringThreads() + 1,
        handler);
  }
}
