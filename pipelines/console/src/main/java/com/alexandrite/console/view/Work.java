package com.alexandrite.console.view;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a service's versions are judged by. */
public enum Work {
  /** Answers to people and programs, led to it by weight. */
  REQUESTS,
  /** Messages of a queue, shared by who consumes them. */
  JOBS;

  /** As the API and the keys of messages say it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of the message that says something of this kind of work. */
  public String key(String message) {
    return this == REQUESTS ? message : message + "." + word();
  }
}
