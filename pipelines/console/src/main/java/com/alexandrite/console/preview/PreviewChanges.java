package com.alexandrite.console.preview;

import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.preview.PreviewDesk;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Passes the word on that a preview changed; the desk never waits for whoever listens. */
@Component
public class PreviewChanges implements SmartInitializingSingleton {
  /** Topic of all previews together. */
  public static final String ALL = "previews";

  private static final Logger log = LoggerFactory.getLogger(PreviewChanges.class);

  private final ObjectProvider<PreviewDesk> desk;
  private final LiveFeed feed;
  private final ExecutorService messenger =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("preview-changes").factory());

  PreviewChanges(ObjectProvider<PreviewDesk> desk, LiveFeed feed) {
    this.desk = desk;
    this.feed = feed;
  }

  /** Topic of one preview. */
  public static String topic(String name) {
    return "preview:" + name;
  }

  @Override
  public void afterSingletonsInstantiated() {
    desk.ifAvailable(it -> it.onChange(this::pass));
  }

  private void pass(String name) {
    try {
      messenger.execute(() -> tell(name));
    } catch (RejectedExecutionException e) {
      log.debug("This console is stopping, no page hears of it any more", e);
    }
  }

  private void tell(String name) {
    try {
      feed.changed(ALL);
      feed.changed(topic(name));
    } catch (DataAccessException e) {
      // Pages fetch what they missed as soon as the database, which carries the word, is back.
      log.warn("No page hears that preview {} changed", name, e);
    }
  }

  @PreDestroy
  void stop() {
    messenger.shutdown();
  }
}
