package com.alexandrite.kit.messaging;

import com.alexandrite.kit.preview.OwnSpace;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Declares and consumes the queues of every {@link Subscription} bean. */
@AutoConfiguration(after = {JdbcClientAutoConfiguration.class, RabbitAutoConfiguration.class})
@ConditionalOnBean({JdbcClient.class, RabbitTemplate.class})
class MessagingAutoConfiguration {

  private static final int RECOVERY_MILLIS = 1000;

  @Bean
  Inbox inbox(JdbcClient jdbc) {
    return new JdbcInbox(jdbc);
  }

  @Bean
  Declarables subscribedQueues(ObjectProvider<Subscription> subscriptions) {
    List<Declarable> all =
        subscriptions.stream().flatMap(it -> Topology.of(it).getDeclarables().stream()).toList();
    return new Declarables(all);
  }

  @Bean
  Consumers consumers(
      ObjectProvider<Subscription> subscriptions,
      ConnectionFactory connections,
      AmqpAdmin admin,
      RabbitTemplate rabbit,
      PlatformTransactionManager transactions,
      Inbox inbox,
      ObjectProvider<Losses> losses,
      OwnSpace own,
      MeterRegistry registry,
      JsonMapper json) {
    var transaction = new TransactionTemplate(transactions);
    var rerouting = new Rerouting(rabbit);
    Losses lost = losses.getIfAvailable(() -> _ -> false);
    return new Consumers(
        subscriptions.stream()
            .map(it ->
                container(
                    it,
                    connections,
                    admin,
                    new QueueConsumer(
                        it,
                        inbox,
                        transaction,
                        rerouting,
                        lost,
                        new SpaceGuard(it.queue(), own, registry),
                        json)))
            .toList());
  }

  @Bean
  ParkedEndpoint parkedEndpoint(ObjectProvider<Subscription> subscriptions, RabbitTemplate rabbit) {
    List<String> queues = subscriptions.stream().map(Subscription::queue).toList();
    return new ParkedEndpoint(new ParkingLot(queues, rabbit, new Rerouting(rabbit)));
  }

  private static SimpleMessageListenerContainer container(
      Subscription subscription,
      ConnectionFactory connections,
      AmqpAdmin admin,
      QueueConsumer consumer) {
    var container = new SimpleMessageListenerContainer(connections);
    container.setQueueNames(subscription.queue());
    container.setMessageListener(consumer);
    container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
    container.setConcurrentConsumers(subscription.consumers());
    // More would only lie here while another replica is idle.
    container.setPrefetchCount(subscription.mode() == Subscription.Mode.LONG_RUNNING ? 1 : 20);
    container.setAmqpAdmin(admin);
    container.setMissingQueuesFatal(false);
    container.setRecoveryInterval(RECOVERY_MILLIS);
    container.setShutdownTimeout(5000);
    container.setTaskExecutor(executor(subscription));
    container.afterPropertiesSet();
    return container;
  }

  private static SimpleAsyncTaskExecutor executor(Subscription subscription) {
    var executor = new SimpleAsyncTaskExecutor(subscription.queue() + "-");
    executor.setVirtualThreads(true);
    return executor;
  }
}
