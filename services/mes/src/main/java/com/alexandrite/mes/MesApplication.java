package com.alexandrite.mes;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The MES as a process. */
@SpringBootApplication
public class MesApplication {

  /** Starts it. */
  public static void main(String[] arguments) {
    SpringApplication.run(MesApplication.class, arguments);
  }

  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }
}
