package com.alexandrite.kit.signal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Hears signals wherever there is a database. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBean(JdbcConnectionDetails.class)
class SignalAutoConfiguration {

  @Bean
  DatabaseSignals databaseSignals(
      JdbcConnectionDetails database, ObjectProvider<SignalListener> listeners) {
    return new DatabaseSignals(database, listeners.orderedStream().toList());
  }
}
