package com.alexandrite.kit.live;

import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Open pages and programs that follow something, and the word that it changed. */
public interface LiveFeed {

  /**
   * Tells the followers of a topic, on every replica, once the running transaction commits; at once
   * without one.
   */
  void changed(String topic);

  /**
   * Opens a stream that sends what {@code current} gives now and after each change of the topic, so
   * that a page that comes back after a broken connection has missed nothing. Check who asks
   * before.
   *
   * @param event name of the events
   * @param current JSON or HTML; called on a thread of the feed, without the request's context
   */
  SseEmitter open(String topic, String event, Supplier<String> current);
}
