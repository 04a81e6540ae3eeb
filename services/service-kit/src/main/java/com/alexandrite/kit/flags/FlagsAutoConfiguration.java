package com.alexandrite.kit.flags;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagProvider;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.kit.signal.SignalListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a process that declares a {@link FlagCatalogue} its flags. Without a provider each flag has
 * its fallback; nothing here takes part in readiness.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration",
      "com.alexandrite.flags.togglz.TogglzFlagsAutoConfiguration",
      "com.alexandrite.flags.flagsmith.FlagsmithFlagsAutoConfiguration"
    })
@ConditionalOnBean(FlagCatalogue.class)
@EnableConfigurationProperties({FlagSettings.class, FlagBrokerSettings.class})
public class FlagsAutoConfiguration {

  private static final int BESIDE_THE_MEASURING = Ordered.HIGHEST_PRECEDENCE + 5;

  @Bean
  @ConditionalOnMissingBean
  DrillEnvironment drillEnvironment() {
    return DrillEnvironment.of(System.getenv());
  }

  @Bean
  FlagInstance flagInstance(
      FlagSettings settings,
      @Value("${spring.application.name:app}") String service,
      @Value("${alexandrite.instance:local}") String instance,
      @Value("${alexandrite.version:dev}") String version) {
    return new FlagInstance(service, instance, version, settings.environment());
  }

  @Bean
  FlagContexts flagContexts(FlagInstance instance) {
    return new FlagContexts(instance);
  }

  /** For what asks flags by itself, such as Togglz's own console. */
  @Bean
  Supplier<EvaluationContext> currentEvaluationContext(FlagContexts contexts) {
    return contexts::current;
  }

  @Bean
  LiveFlags liveFlags(FlagCatalogue catalogue, DrillEnvironment drills) {
    return new LiveFlags(catalogue.flags(), drills.allowed());
  }

  @Bean
  GrowingFlags growingFlags(FlagCatalogue catalogue) {
    return new GrowingFlags(catalogue);
  }

  /** A test may bring its own. */
  @Bean
  @Primary
  @ConditionalOnMissingBean(value = Flags.class, ignored = LiveFlags.class)
  Flags flags(LiveFlags live, GrowingFlags growing) {
    return new NotedFlags(live, growing);
  }

  @Bean
  FlagStatus flagStatus(ObjectProvider<InstantSource> clock) {
    return new FlagStatus(clock.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  FlagFigures flagFigures(LiveFlags live, FlagStatus status) {
    return new FlagFigures(live, status);
  }

  @Bean
  FlagsEndpoint flagsEndpoint(
      LiveFlags live,
      FlagStatus status,
      FlagInstance instance,
      FlagContexts contexts,
      FlagCatalogue catalogue,
      ObjectProvider<FlagProvider> provider) {
    FlagProvider found = provider.getIfAvailable();
    String name = found == null ? "none" : found.name();
    return new FlagsEndpoint(live, status, instance, contexts, catalogue, name);
  }

  /** What a web application adds. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication
  static class Web {

    @Bean
    FilterRegistrationBean<FlagRequestsFilter> flagRequests(MeterRegistry registry) {
      var registration = new FilterRegistrationBean<>(new FlagRequestsFilter(registry));
      registration.setOrder(BESIDE_THE_MEASURING);
      return registration;
    }
  }

  /** What a process with a source adds. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(FlagProvider.class)
  static class Following {

    @Bean
    FollowingFlags followingFlags(
        LiveFlags live,
        FlagProvider provider,
        FlagInstance instance,
        FlagSettings settings,
        FlagStatus status,
        GrowingFlags growing,
        ApplicationEventPublisher events) {
      Consumer<FlagDocument> changed =
          document -> {
            growing.look(document);
            events.publishEvent(new FlagsChanged(document));
          };
      var kept =
          new LastKnownGood(settings.keptIn(), instance, provider.name(), JsonMapper.shared());
      return new FollowingFlags(
          live, provider, instance, kept, status, changed, new PollRhythm(settings.poll()));
    }

    /** Another process of this service has changed the flags in their common database. */
    @Bean
    @ConditionalOnProperty(name = "alexandrite.flags.provider", havingValue = "togglz")
    SignalListener flagSignals(FollowingFlags following) {
      return new FlagSignals(following);
    }

    @Bean
    @ConditionalOnProperty("alexandrite.flags.url")
    EvaluationCounts evaluationCounts(
        LiveFlags live, FollowingFlags following, FlagProvider provider, FlagSettings settings) {
      URI api = settings.api().orElseThrow();
      var counts = new EvaluationCounts(live, api, settings.key(), JsonMapper.shared());
      if (provider.name().equals("flagsmith")) {
        following.countBy(counts::tell);
      }
      return counts;
    }

    @Bean
    @ConditionalOnBean(CachingConnectionFactory.class)
    FlagBroker flagBroker(CachingConnectionFactory connections, FlagBrokerSettings settings) {
      return new FlagBroker(connections, settings);
    }

    @Bean
    @ConditionalOnBean(CachingConnectionFactory.class)
    FlagPush flagPush(FlagBroker broker, FollowingFlags following, FlagInstance instance) {
      return new FlagPush(broker, following, instance, JsonMapper.shared());
    }

    @Bean
    @ConditionalOnBean(CachingConnectionFactory.class)
    FlagReports flagReports(
        LiveFlags live,
        FlagStatus status,
        FlagInstance instance,
        FollowingFlags following,
        FlagPush push,
        FlagBroker broker) {
      var reports =
          new FlagReports(live, status, instance, push, broker.template(), JsonMapper.shared());
      following.reportBy(reports::tell);
      return reports;
    }
  }
}
