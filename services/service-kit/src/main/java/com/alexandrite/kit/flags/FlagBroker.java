package com.alexandrite.kit.flags;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.DisposableBean;

/**
 * The broker's side where flags are pushed. Not a connection factory itself: the one bean of that
 * kind is the service's own.
 */
final class FlagBroker implements DisposableBean {

  static final String CHANGED = "flags.changed";
  static final String APPLIED = "flags.applied";

  private final boolean guest;
  private final CachingConnectionFactory connections;

  FlagBroker(CachingConnectionFactory own, FlagBrokerSettings settings) {
    this.guest = settings.isElsewhere();
    this.connections =
        guest ? new CachingConnectionFactory(settings.from(own.getRabbitConnectionFactory())) : own;
  }

  /** A connection of its own for pushes: orders must not stand before a kill. */
  Connection connect(String name) throws IOException, TimeoutException {
    return connections.getRabbitConnectionFactory().newConnection(name);
  }

  /** A template of its own: the service's wants a queue for each message; there may be none. */
  RabbitTemplate template() {
    return new RabbitTemplate(connections);
  }

  /**
   * Makes sure of the exchanges. A guest only looks for them: it needs no right to make, and so to
   * delete, what is not its own.
   *
   * @throws IOException also when the exchanges that a guest looks for are not there yet
   */
  void provideExchanges(Channel channel) throws IOException {
    if (guest) {
      channel.exchangeDeclarePassive(CHANGED);
      channel.exchangeDeclarePassive(APPLIED);
    } else {
      channel.exchangeDeclare(CHANGED, BuiltinExchangeType.FANOUT, true);
      channel.exchangeDeclare(APPLIED, BuiltinExchangeType.FANOUT, true);
    }
  }

  @Override
  public void destroy() {
    if (guest) {
      connections.destroy();
    }
  }
}
