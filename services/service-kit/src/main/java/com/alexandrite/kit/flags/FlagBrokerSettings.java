package com.alexandrite.kit.flags;

import com.rabbitmq.client.ConnectionFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where in the broker flags are pushed, for a process whose own messages are elsewhere: a preview
 * hears of flags in the platform's virtual host. What is empty is as for the service's messages.
 *
 * @param virtualHost where the flag server pushes
 * @param username who may listen there
 * @param password his password
 */
@ConfigurationProperties("alexandrite.flags.broker")
record FlagBrokerSettings(
    @DefaultValue("") String virtualHost,
    @DefaultValue("") String username,
    @DefaultValue("") String password) {

  /** Whether this process is a guest where flags are pushed. */
  boolean isElsewhere() {
    return !virtualHost.isBlank();
  }

  /** The way there, given the way to the service's own messages. */
  ConnectionFactory from(ConnectionFactory own) {
    ConnectionFactory there = own.clone();
    there.setVirtualHost(virtualHost);
    if (!username.isBlank()) {
      there.setUsername(username);
      there.setPassword(password);
    }
    return there;
  }

  @Override
  public String toString() {
    return "FlagBrokerSettings[virtualHost=" + virtualHost + ", username=" + username + "]";
  }
}
