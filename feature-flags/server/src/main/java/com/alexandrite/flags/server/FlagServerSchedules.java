package com.alexandrite.flags.server;

import com.alexandrite.flags.server.change.ChangingFlag;
import com.alexandrite.flags.server.change.Freezes;
import com.alexandrite.flags.server.count.Evaluations;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.measure.CountingAnswers;
import com.alexandrite.flags.server.measure.MeasuredGuard;
import com.alexandrite.flags.server.measure.Prometheus;
import com.alexandrite.flags.server.schedule.DueChanges;
import com.alexandrite.flags.server.schedule.Guard;
import com.alexandrite.flags.server.schedule.KillEndsGrowth;
import com.alexandrite.flags.server.schedule.Schedules;
import com.alexandrite.flags.server.schedule.Scheduling;
import com.alexandrite.flags.server.store.Beat;
import com.alexandrite.flags.server.store.FlagDatabase;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the flag server does later by itself: due changes, and growth that is guarded. */
@Configuration(proxyBeanMethods = false)
class FlagServerSchedules {
  @Bean
  Schedules flagSchedules(FlagDatabase database) {
    return new Schedules(database);
  }

  @Bean
  KillEndsGrowth killEndsGrowth(Schedules schedules) {
    return new KillEndsGrowth(schedules);
  }

  @Bean
  Scheduling flagScheduling(
      FlagDatabase database,
      Definitions definitions,
      Environments environments,
      Schedules schedules,
      FlagClock clock) {
    return new Scheduling(database, definitions, environments, schedules, clock.source());
  }

  @Bean
  DueChanges dueFlagChanges(
      FlagDatabase database,
      Schedules schedules,
      ChangingFlag changing,
      Freezes freezes,
      ObjectProvider<Guard> guard,
      FlagClock clock) {
    return new DueChanges(
        database,
        schedules,
        changing,
        freezes,
        guard.getIfAvailable(() -> Guard.NONE),
        clock.source());
  }

  /** What needs Prometheus. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("alexandrite.flagserver.prometheus")
  static class Measured {
    @Bean
    Prometheus flagPrometheus(FlagServerSettings settings) {
      return new Prometheus(Objects.requireNonNull(settings.prometheus(), "prometheus"));
    }

    @Bean
    Guard measuredGuard(Prometheus prometheus, Definitions definitions) {
      return new MeasuredGuard(prometheus, definitions);
    }

    @Bean
    Beat flagAnswersBeat(Prometheus prometheus, Evaluations evaluations) {
      var counting = new CountingAnswers(prometheus, evaluations, "local");
      return new Beat("flag-answers", CountingAnswers.EVERY, counting::run);
    }
  }

  @Bean
  Beat flagSchedulesBeat(DueChanges due) {
    return new Beat("flag-schedules", Duration.ofSeconds(1), due::run);
  }
}
