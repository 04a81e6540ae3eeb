package com.alexandrite.flags.server;

import com.alexandrite.flags.server.change.ChangeListener;
import com.alexandrite.flags.server.count.Evaluations;
import com.alexandrite.flags.server.environment.Documents;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.hook.SendingWebhooks;
import com.alexandrite.flags.server.hook.Webhooks;
import com.alexandrite.flags.server.instance.Instances;
import com.alexandrite.flags.server.push.FlagBroker;
import com.alexandrite.flags.server.push.PushTable;
import com.alexandrite.flags.server.push.TellingAgain;
import com.alexandrite.flags.server.push.TellingInstances;
import com.alexandrite.flags.server.store.Beat;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.rabbitmq.client.ConnectionFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the flag server does by itself: telling instances, making due changes, sending webhooks. */
@Configuration(proxyBeanMethods = false)
class FlagServerLoops {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Beats begin after the listeners that wake them. */
  static final class Wakes {
    private final AtomicReference<Runnable> push = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> hooks = new AtomicReference<>(() -> {});
  }

  @Bean
  Wakes flagWakes() {
    return new Wakes();
  }

  @Bean
  PushTable pushTable(FlagDatabase database, Wakes wakes) {
    return new PushTable(database, () -> wakes.push.get().run());
  }

  @Bean
  Webhooks webhooks(FlagDatabase database, FlagClock clock, Wakes wakes) {
    return new Webhooks(database, clock.source(), () -> wakes.hooks.get().run());
  }

  @Bean
  ChangeListener flagsChangedEvents(ApplicationEventPublisher events) {
    return change ->
        FlagDatabase.afterCommit(() -> events.publishEvent(new FlagsChanged(change.environment())));
  }

  @Bean
  Instances flagInstances(
      FlagDatabase database, FlagClock clock, ApplicationEventPublisher events) {
    return new Instances(
        database,
        clock.source(),
        environment -> events.publishEvent(new FlagsChanged(environment)));
  }

  @Bean
  Beat flagInstancesBeat(Instances instances) {
    return new Beat("flag-instances", Duration.ofSeconds(5), instances::forgetGone);
  }

  @Bean
  Beat flagPushBeat(
      FlagServerSettings settings,
      FlagDatabase database,
      PushTable table,
      Documents documents,
      Environments environments,
      Instances instances,
      Wakes wakes) {
    FlagServerSettings.Broker it = settings.broker();
    if (it == null) {
      return new Beat("flag-push", SECOND, table::forget);
    }
    var broker = new FlagBroker(factory(it), instances::heard);
    var telling = new TellingInstances(database, table, documents, environments, broker);
    var beat = new Beat("flag-push", SECOND, telling::tell, broker::close);
    wakes.push.set(beat::wake);
    return beat;
  }

  @Bean
  Beat flagTellingAgainBeat(FlagDatabase database, Instances instances, PushTable table) {
    var again = new TellingAgain(instances, table);
    return new Beat("flag-again", TellingAgain.EVERY, () -> database.inTransaction(again::run));
  }

  @Bean
  Evaluations flagEvaluations(FlagDatabase database, FlagClock clock) {
    return new Evaluations(database, clock.source());
  }

  @Bean
  Beat flagEvaluationsBeat(Evaluations evaluations) {
    return new Beat("flag-evaluations", Duration.ofHours(1), evaluations::forgetOld);
  }

  @Bean
  SendingWebhooks sendingWebhooks(FlagDatabase database, FlagClock clock) {
    return new SendingWebhooks(database, clock.source());
  }

  @Bean
  Beat flagWebhooksBeat(SendingWebhooks sending, Wakes wakes) {
    var beat = new Beat("flag-webhooks", SECOND, sending::run);
    wakes.hooks.set(beat::wake);
    return beat;
  }

  private static ConnectionFactory factory(FlagServerSettings.Broker broker) {
    var factory = new ConnectionFactory();
    factory.setHost(broker.host());
    factory.setPort(broker.port());
    factory.setUsername(broker.username());
    factory.setPassword(broker.password());
    factory.setVirtualHost(broker.virtualHost());
    factory.setConnectionTimeout(2_000);
    factory.setHandshakeTimeout(3_000);
    factory.setRequestedHeartbeat(10);
    // The beat connects anew, and then tells everything that may have been missed.
    factory.setAutomaticRecoveryEnabled(false);
    return factory;
  }
}
