package com.alexandrite.environment.process;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** How to ask a process whether it is ready to work. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Probe.Http.class, name = "http"),
  @JsonSubTypes.Type(value = Probe.Tcp.class, name = "tcp"),
  @JsonSubTypes.Type(value = Probe.Command.class, name = "command")
})
public sealed interface Probe {

  /** Time between two questions. Until the first success it is asked at least every 200 ms. */
  Duration period();

  /** An answer that takes longer counts as a failure. */
  Duration timeout();

  /** So many failures in a row make a ready process not ready. */
  int failureThreshold();

  /** Ready when a GET answers with a status from 200 to 399. */
  record Http(URI uri, Duration period, Duration timeout, int failureThreshold) implements Probe {
    /** Validates the numbers. */
    public Http {
      checkTiming(period, timeout, failureThreshold);
    }
  }

  /** Ready when the port accepts a connection. */
  record Tcp(String host, int port, Duration period, Duration timeout, int failureThreshold)
      implements Probe {
    /** Validates the numbers. */
    public Tcp {
      checkTiming(period, timeout, failureThreshold);
    }
  }

  /** Ready when the command exits with 0. */
  record Command(List<String> command, Duration period, Duration timeout, int failureThreshold)
      implements Probe {
    /** Copies the command and validates the numbers. */
    public Command {
      command = List.copyOf(command);
      checkTiming(period, timeout, failureThreshold);
    }
  }

  private static void checkTiming(Duration period, Duration timeout, int failureThreshold) {
    if (!period.isPositive() || !timeout.isPositive() || failureThreshold < 1) {
      throw new IllegalArgumentException(
          "a probe needs a positive period, timeout and failureThreshold");
    }
  }
}
