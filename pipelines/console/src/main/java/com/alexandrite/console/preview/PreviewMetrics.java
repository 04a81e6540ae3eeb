package com.alexandrite.console.preview;

import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewDesk.Overview;
import com.alexandrite.preview.PreviewView;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Figures about previews on the management port: phases, memory, orphans, and how fast they are.
 */
@Component
class PreviewMetrics implements SmartInitializingSingleton {
  /** All figures of one scrape come from one look, which reads every process and rollout. */
  private static final long ONE_SCRAPE_NANOS = 500_000_000;

  private final ObjectProvider<PreviewDesk> desk;
  private final MeterRegistry registry;
  private final Set<String> kinds = ConcurrentHashMap.newKeySet();
  private final Map<String, Timings> timed = new ConcurrentHashMap<>();
  private @Nullable Overview lastLook;
  private long lookedAt;

  PreviewMetrics(ObjectProvider<PreviewDesk> desk, MeterRegistry registry) {
    this.desk = desk;
    this.registry = registry;
  }

  @Override
  public void afterSingletonsInstantiated() {
    desk.ifAvailable(it -> {
      register(it);
      it.onChange(name -> changed(it, name));
    });
  }

  private void register(PreviewDesk it) {
    for (Phase phase : Phase.values()) {
      Gauge.builder("alexandrite.previews", () -> count(it, phase))
          .description("previews that stand in this phase")
          .tag("phase", phase.name())
          .register(registry);
    }
    Gauge.builder("alexandrite.preview.memory", () -> overview(it).memoryBytes())
        .description("resident memory of all previews")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("alexandrite.preview.memory.limit", () -> overview(it).memoryLimitBytes())
        .description("memory that all previews together may use")
        .baseUnit("bytes")
        .register(registry);
    it.overview().orphans().keySet().forEach(kind -> orphans(it, kind));
  }

  private synchronized Overview overview(PreviewDesk it) {
    Overview look = lastLook;
    if (look == null || System.nanoTime() - lookedAt > ONE_SCRAPE_NANOS) {
      look = it.overview();
      lastLook = look;
      lookedAt = System.nanoTime();
    }
    return look;
  }

  private void orphans(PreviewDesk it, String kind) {
    if (kinds.add(kind)) {
      Gauge.builder(
              "alexandrite.preview.orphans", () -> overview(it).orphans().getOrDefault(kind, 0))
          .description("things of this kind that belong to no preview")
          .tag("kind", kind)
          .register(registry);
    }
  }

  private void changed(PreviewDesk it, String name) {
    it.overview().orphans().keySet().forEach(kind -> orphans(it, kind));
    Timings now = it.find(name).map(Timings::of).orElse(Timings.NONE);
    Timings before = timed.getOrDefault(name, Timings.NONE);
    time("build", before.build(), now.build());
    time("ready", before.ready(), now.ready());
    time("wake", before.wake(), now.wake());
    if (now.equals(Timings.NONE)) {
      timed.remove(name);
    } else {
      timed.put(name, now);
    }
  }

  /** Each duration once: it stays in the view until the next one. */
  private void time(String what, @Nullable Double before, @Nullable Double seconds) {
    if (seconds != null && !seconds.equals(before)) {
      Timer.builder("alexandrite.preview." + what)
          .description("how long previews take to " + what)
          .register(registry)
          .record(Duration.ofNanos((long) (seconds * 1e9)));
    }
  }

  /** The durations in a view. */
  private record Timings(@Nullable Double build, @Nullable Double ready, @Nullable Double wake) {
    static final Timings NONE = new Timings(null, null, null);

    static Timings of(PreviewView view) {
      return new Timings(view.buildSeconds(), view.readySeconds(), view.wakeSeconds());
    }
  }

  private long count(PreviewDesk it, Phase phase) {
    return overview(it).previews().stream().filter(view -> view.phase() == phase).count();
  }
}
