package com.alexandrite.kit.flags;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.LiveFlags;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Version and age of the document, whether its source answers, and what was asked how often. */
final class FlagFigures implements MeterBinder {

  private final LiveFlags live;
  private final FlagStatus status;

  FlagFigures(LiveFlags live, FlagStatus status) {
    this.live = live;
    this.status = status;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("flags.document.version", live, FlagFigures::version)
        .description("Version of the flag document in force; 0 before the first")
        .register(registry);
    Gauge.builder("flags.document.age", status, FlagStatus::ageSeconds)
        .description("Since the source last confirmed the document in force")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("flags.source.up", status, it -> it.standing().away() == null ? 1 : 0)
        .description("Whether the source of the flags answers")
        .register(registry);
    live.catalogue()
        .forEach(flag -> flag.variants().forEach(one -> count(registry, flag, one.name())));
  }

  private void count(MeterRegistry registry, Flag<?> flag, String variant) {
    FunctionCounter.builder("flags.evaluations", live, it -> it.evaluations(flag, variant))
        .description("How often a flag's variant was the answer")
        .tag("flag", flag.key())
        .tag("variant", variant)
        .register(registry);
  }

  private static double version(LiveFlags live) {
    return live.document().map(FlagDocument::version).orElse(0L);
  }
}
