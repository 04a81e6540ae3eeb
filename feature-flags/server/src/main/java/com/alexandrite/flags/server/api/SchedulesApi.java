package com.alexandrite.flags.server.api;

import com.alexandrite.flags.server.change.Edit;
import com.alexandrite.flags.server.change.RulesCheck;
import com.alexandrite.flags.server.schedule.Scheduled;
import com.alexandrite.flags.server.schedule.Schedules;
import com.alexandrite.flags.server.schedule.Scheduling;
import com.alexandrite.flags.server.store.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes for later, and growth in steps. */
@RestController
@Tag(name = "flag schedules")
public class SchedulesApi {
  private final Scheduling scheduling;
  private final Schedules schedules;

  /** Over the flag database. */
  public SchedulesApi(Scheduling scheduling, Schedules schedules) {
    this.scheduling = scheduling;
    this.schedules = schedules;
  }

  /** At a moment: on, off or a percentage; one of the two is given. */
  record Later(
      Instant at, @Nullable Boolean on, @Nullable Double percent, @Nullable String reason) {

    Edit edit() {
      if (percent != null) {
        return new Edit.Share(RulesCheck.share(percent), null);
      }
      if (on == null) {
        throw Refused.invalid(
            "edit-missing", "It is not said what shall change.", "Give on or percent.");
      }
      return on ? new Edit.SwitchOn() : new Edit.SwitchOff();
    }
  }

  /** Ascending percentages, the first at once, and the pause between two. */
  record Growth(
      List<Double> percents,
      long pauseSeconds,
      @Nullable String variant,
      @Nullable Boolean guarded,
      @Nullable String reason) {}

  @GetMapping("/api/flag-schedules")
  @Operation(summary = "What waits and what came of the rest")
  List<Scheduled> all(
      @RequestParam(required = false) @Nullable String environment,
      @RequestParam(required = false) @Nullable String flag) {
    return schedules.all(environment, flag, false);
  }

  @PostMapping("/api/flags/{key}/environments/{environment}/schedule")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Change it at a moment in the future")
  Scheduled later(
      @PathVariable String key,
      @PathVariable String environment,
      @RequestBody Later later,
      Principal actor) {
    return scheduling.at(
        new Scheduling.For(environment, key, actor.getName(), Refused.reason(later.reason())),
        later.edit(),
        later.at());
  }

  @PostMapping("/api/flags/{key}/environments/{environment}/growth")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Let it grow in steps; guarded steps wait for good measurements")
  List<Scheduled> grow(
      @PathVariable String key,
      @PathVariable String environment,
      @RequestBody Growth growth,
      Principal actor) {
    return scheduling.growth(
        new Scheduling.For(environment, key, actor.getName(), Refused.reason(growth.reason())),
        growth.percents(),
        Duration.ofSeconds(growth.pauseSeconds()),
        growth.variant(),
        Boolean.TRUE.equals(growth.guarded()));
  }

  @DeleteMapping("/api/flag-schedules/{series}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Cancel what waits of a series")
  void cancel(@PathVariable UUID series, Principal actor) {
    schedules.cancel(series, "cancelled by " + actor.getName());
  }
}
