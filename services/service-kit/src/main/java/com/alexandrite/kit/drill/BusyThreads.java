package com.alexandrite.kit.drill;

import com.alexandrite.flags.Flags;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.flags.FlagsChanged;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;

/**
 * Threads that compute for nothing while a drill wants them, a minute at most: a drill that nobody
 * ends must not take the machine.
 */
class BusyThreads implements DisposableBean {

  static final Duration LIMIT = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(BusyThreads.class);

  private final Flags flags;
  private final FlagContexts contexts;
  private final FaultFlags faults;
  private final Duration limit;
  private volatile int wanted;

  BusyThreads(Flags flags, FlagContexts contexts, FaultFlags faults, Duration limit) {
    this.flags = flags;
    this.contexts = contexts;
    this.faults = faults;
    this.limit = limit;
  }

  @EventListener
  synchronized void look(FlagsChanged changed) {
    int now = flags.value(faults.cpu(), contexts.process()).intValue();
    int before = wanted;
    wanted = now;
    for (int number = before; number < now; number++) {
      start(number);
    }
    if (now != before) {
      log.warn("DRILL: {} threads compute for nothing", now);
    }
  }

  @Override
  public void destroy() {
    wanted = 0;
  }

  private void start(int number) {
    long end = System.nanoTime() + limit.toNanos();
    Thread.ofPlatform()
        .daemon()
        .name("drill-cpu-" + number)
        .start(() -> {
          while (number < wanted && System.nanoTime() < end) {
            Thread.onSpinWait();
          }
        });
  }
}
