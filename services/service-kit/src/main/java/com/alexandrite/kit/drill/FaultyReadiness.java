package com.alexandrite.kit.drill;

import com.alexandrite.flags.Flags;
import com.alexandrite.kit.flags.FlagContexts;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.application.ReadinessStateHealthIndicator;

/** The process's readiness, but for a drill that says it is not ready though it is. */
class FaultyReadiness extends ReadinessStateHealthIndicator {

  private final Flags flags;
  private final FlagContexts contexts;
  private final FaultFlags faults;

  FaultyReadiness(
      ApplicationAvailability availability, Flags flags, FlagContexts contexts, FaultFlags faults) {
    super(availability);
    this.flags = flags;
    this.contexts = contexts;
    this.faults = faults;
  }

  @Override
  protected AvailabilityState getState(ApplicationAvailability availability) {
    return flags.isOn(faults.readiness(), contexts.process())
        ? ReadinessState.REFUSING_TRAFFIC
        : super.getState(availability);
  }
}
