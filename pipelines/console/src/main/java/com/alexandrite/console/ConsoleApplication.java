package com.alexandrite.console;

import com.alexandrite.console.release.ConsoleSettings;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The release console: runs the engine, shows what it does, takes the release manager's orders. */
@SpringBootApplication(exclude = RabbitAutoConfiguration.class)
@EnableConfigurationProperties(ConsoleSettings.class)
public class ConsoleApplication {
  /** Starts it; everything comes from the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(ConsoleApplication.class, arguments);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
