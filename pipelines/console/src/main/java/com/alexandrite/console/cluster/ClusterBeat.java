package com.alexandrite.console.cluster;

import com.alexandrite.console.loop.RolloutLoop.Passed;
import com.alexandrite.console.place.OnCluster;
import com.alexandrite.rollouts.kubernetes.RolloutCluster;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets everybody who follows a rollout look again: at each change that the watches tell, and now
 * and then for what changes without one, such as numbers of the traffic or a watch that is away.
 */
@Component
@OnCluster
class ClusterBeat implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ClusterBeat.class);
  private static final Duration BEAT = Duration.ofSeconds(5);

  private final RolloutCluster cluster;
  private final RolloutNames names;
  private final ClusterSignals signals;
  private final ApplicationEventPublisher events;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("cluster-beat").factory());
  private volatile boolean running;

  ClusterBeat(
      RolloutCluster cluster,
      RolloutNames names,
      ClusterSignals signals,
      ApplicationEventPublisher events) {
    this.cluster = cluster;
    this.names = names;
    this.signals = signals;
    this.events = events;
  }

  private void changed(String namespace, String rollout) {
    events.publishEvent(new Passed(names.name(namespace, rollout)));
  }

  private void beat() {
    try {
      cluster.rollouts().forEach(one -> events.publishEvent(new Passed(names.name(one.rollout()))));
    } catch (RuntimeException e) {
      // The executor would never call again.
      log.warn("this beat was left out", e);
    }
  }

  @Override
  public void start() {
    running = true;
    signals.handTo(this::changed);
    var _ =
        executor.scheduleWithFixedDelay(
            this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    signals.stop();
    executor.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
