package com.alexandrite.crm;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The CRM as a process. */
@SpringBootApplication
public class CrmApplication {

  /** Starts it. */
  public static void main(String[] arguments) {
    SpringApplication.run(CrmApplication.class, arguments);
  }

  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }
}
