package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.port.TrafficRouter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A router that remembers what it was told last, and fails or confirms by plan. */
public final class RecordingRouter implements TrafficRouter {

  private final InstantSource clock;
  private final Plan plan;
  private @Nullable TrafficSplit split;
  private Instant changedAt = Instant.MIN;

  public RecordingRouter(InstantSource clock, Plan plan) {
    this.clock = clock;
    this.plan = plan;
  }

  /** When the router confirms a weight, and when it fails. */
  public record Plan(Verification verification, List<Outage> outages) {

    /** Can't tell, never fails. */
    public static final Plan NONE = new Plan(new Verification.Unsupported(), List.of());

    public Plan {
      outages = List.copyOf(outages);
    }
  }

  /** How the router answers whether a split is in effect. */
  public sealed interface Verification {

    /** It can't tell. */
    record Unsupported() implements Verification {}

    /** Always the same. */
    record Fixed(boolean answer) implements Verification {}

    /** Only so long after the last change. */
    record After(Duration lag) implements Verification {}
  }

  /** A time in which every call fails. */
  public record Outage(Instant from, Instant to) {}

  @Override
  public void route(TrafficSplit wanted) {
    Instant now = clock.instant();
    failInOutage(now);
    if (split == null || split.canaryWeight() != wanted.canaryWeight()) {
      changedAt = now;
    }
    split = wanted;
  }

  private void failInOutage(Instant now) {
    for (Outage outage : plan.outages()) {
      if (!now.isBefore(outage.from()) && now.isBefore(outage.to())) {
        throw new IllegalStateException("the router is out of order by plan");
      }
    }
  }

  @Override
  public @Nullable Boolean verify(TrafficSplit wanted) {
    failInOutage(clock.instant());
    boolean stableOnly = wanted.canaryWeight() == 0;
    return switch (plan.verification()) {
      case Verification.Unsupported none -> null;
      case Verification.Fixed(boolean answer) -> stableOnly || answer;
      case Verification.After(Duration lag) ->
          stableOnly || !clock.instant().isBefore(changedAt.plus(lag));
    };
  }

  @Override
  public void selectService(String service, String hash) {}

  /** What was last told; empty if nothing. */
  public Optional<TrafficSplit> split() {
    return Optional.ofNullable(split);
  }
}
