package com.alexandrite.kit.messaging;

import java.util.List;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/**
 * All consumers of a service; they start last and stop first, so that no delivery meets half a
 * service.
 */
class Consumers implements SmartLifecycle {

  private final List<SimpleMessageListenerContainer> containers;
  private volatile boolean running;

  Consumers(List<SimpleMessageListenerContainer> containers) {
    this.containers = List.copyOf(containers);
  }

  @Override
  public void start() {
    running = true;
    containers.forEach(SimpleMessageListenerContainer::start);
  }

  @Override
  public void stop() {
    running = false;
    containers.parallelStream().forEach(SimpleMessageListenerContainer::destroy);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
