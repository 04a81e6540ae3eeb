package com.alexandrite.flags.server.api;

import com.alexandrite.flags.server.change.ImportingDefinitions;
import com.alexandrite.flags.server.change.ImportingDefinitions.Imported;
import com.alexandrite.flags.server.count.Evaluations;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinitions;
import com.alexandrite.flags.server.desk.FlagUses;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.store.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Definitions out and in, and how often each variant was the answer. */
@RestController
@Tag(name = "flag definitions")
public class DefinitionsApi {
  private final Definitions definitions;
  private final ImportingDefinitions importing;
  private final Evaluations evaluations;
  private final Environments environments;
  private final FlagUses uses;

  /** Over the flag database. */
  public DefinitionsApi(
      Definitions definitions,
      ImportingDefinitions importing,
      Evaluations evaluations,
      Environments environments,
      FlagUses uses) {
    this.definitions = definitions;
    this.importing = importing;
    this.evaluations = evaluations;
    this.environments = environments;
    this.uses = uses;
  }

  @GetMapping("/api/flag-definitions")
  @Operation(summary = "All definitions; what comes out can be imported")
  FlagDefinitions export() {
    return new FlagDefinitions(definitions.all(), List.of());
  }

  @PostMapping("/api/flag-definitions")
  @Operation(
      summary = "Take definitions over: what exists keeps its state, what is gone is archived")
  Imported take(
      @RequestBody FlagDefinitions wanted,
      @RequestParam(required = false) @Nullable String reason,
      Principal actor) {
    return importing.run(wanted, actor.getName(), Refused.reason(reason));
  }

  @GetMapping("/api/flags/{key}/uses")
  @Operation(summary = "Where in the code it is asked for; empty without a checkout")
  List<FlagUses.Use> uses(@PathVariable String key) {
    return uses.of(definitions.known(key).key());
  }

  @GetMapping("/api/flags/{key}/environments/{environment}/evaluations")
  @Operation(summary = "Answers by variant over the last hours")
  List<Evaluations.Point> evaluations(
      @PathVariable String key,
      @PathVariable String environment,
      @RequestParam(defaultValue = "24") int hours) {
    definitions.known(key);
    environments.known(environment);
    int asked = Math.clamp(hours, 1, 24 * 35);
    Duration step = Duration.ofMinutes(Math.max(1, asked * 60L / 120));
    return evaluations.series(environment, key, Duration.ofHours(asked), step);
  }
}
