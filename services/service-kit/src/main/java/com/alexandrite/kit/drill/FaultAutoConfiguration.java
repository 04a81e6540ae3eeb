package com.alexandrite.kit.drill;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.Unit;
import com.alexandrite.kit.flags.DrillEnvironment;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.flags.FlagsAutoConfiguration;
import com.alexandrite.kit.messaging.Losses;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** What fault flags spoil, in a service that names them. */
@AutoConfiguration(
    after = FlagsAutoConfiguration.class,
    beforeName = {
      "com.alexandrite.kit.messaging.MessagingAutoConfiguration",
      "org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration",
      "org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration"
    })
@ConditionalOnBean({FaultFlags.class, Flags.class})
class FaultAutoConfiguration {

  /** Spring Security's filters are at -100, and a fault may be for some people only. */
  private static final int BEHIND_THE_SIGN_IN = 0;

  @Bean
  @ConditionalOnWebApplication
  FilterRegistrationBean<FaultFilter> faultFilter(
      Flags flags, FlagContexts contexts, FaultFlags faults, DrillEnvironment drills) {
    var filter =
        new FaultFilter(flags, contexts, faults, () -> ThreadLocalRandom.current().nextDouble());
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(BEHIND_THE_SIGN_IN);
    registration.setEnabled(drills.allowed());
    return registration;
  }

  @Bean
  FaultyReadiness readinessStateHealthIndicator(
      ApplicationAvailability availability, Flags flags, FlagContexts contexts, FaultFlags faults) {
    return new FaultyReadiness(availability, flags, contexts, faults);
  }

  @Bean
  BusyThreads busyThreads(Flags flags, FlagContexts contexts, FaultFlags faults) {
    return new BusyThreads(flags, contexts, faults, BusyThreads.LIMIT);
  }

  @Bean
  Losses lostMessages(
      Flags flags, FlagContexts contexts, FaultFlags faults, DrillEnvironment drills) {
    return aggregate ->
        drills.allowed()
            && flags.isOn(faults.lostMessage(), contexts.process().with(Unit.ORDER, aggregate));
  }
}
