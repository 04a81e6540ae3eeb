package com.alexandrite.kit.live;

import com.alexandrite.kit.signal.SignalListener;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The feed over PostgreSQL's NOTIFY: cheap, transactional, and heard by all replicas. */
class SignalledFeed implements LiveFeed, SignalListener, SmartLifecycle {

  private static final String CHANNEL = "kit_live";

  private final JdbcClient jdbc;
  private final Map<String, Set<Follower>> followers = new ConcurrentHashMap<>();
  private volatile boolean running;

  SignalledFeed(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void changed(String topic) {
    jdbc.sql("select pg_notify(:channel, :topic)")
        .param("channel", CHANNEL)
        .param("topic", topic)
        .query()
        .singleRow();
  }

  @Override
  public SseEmitter open(String topic, String event, Supplier<String> current) {
    var follower = new Follower(event, current, gone -> forget(topic, gone));
    followers.compute(
        topic,
        (_, known) -> {
          Set<Follower> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(follower);
          return all;
        });
    return follower.begin();
  }

  private void forget(String topic, Follower gone) {
    followers.computeIfPresent(
        topic,
        (_, known) -> {
          known.remove(gone);
          return known.isEmpty() ? null : known;
        });
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public void heard(String payload) {
    if (payload.equals(EVERYTHING)) {
      followers.values().forEach(all -> all.forEach(Follower::tell));
    } else {
      followers.getOrDefault(payload, Set.of()).forEach(Follower::tell);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends all streams: an open one would hold the graceful shutdown of the web server up. */
  @Override
  public void stop() {
    running = false;
    followers.values().forEach(all -> all.forEach(Follower::end));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops before the web server does. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
