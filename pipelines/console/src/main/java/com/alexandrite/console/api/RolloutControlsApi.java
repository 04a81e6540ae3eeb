package com.alexandrite.console.api;

import com.alexandrite.console.release.RolloutControls;
import com.alexandrite.console.view.RolloutDetail;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holding a rollout, letting it go on, and what else is done to one beside releasing. */
@RestController
@RequestMapping("/api/rollouts/{name}")
@Tag(name = "rollouts")
class RolloutControlsApi {
  private final RolloutControls controls;
  private final RolloutsApi rollouts;

  RolloutControlsApi(RolloutControls controls, RolloutsApi rollouts) {
    this.controls = controls;
    this.rollouts = rollouts;
  }

  /** Why it is done; {@code all} for skip only. */
  record ControlRequest(@NotBlank String reason, @Nullable Boolean all) {}

  @PostMapping("/pause")
  @Operation(summary = "Hold everything as it is")
  RolloutDetail pause(
      @PathVariable String name, @Valid @RequestBody ControlRequest request, Principal actor) {
    controls.pause(name, request.reason(), actor.getName());
    return rollouts.show(name);
  }

  @PostMapping("/resume")
  @Operation(summary = "Let a held rollout go on")
  RolloutDetail resume(
      @PathVariable String name, @Valid @RequestBody ControlRequest request, Principal actor) {
    controls.resume(name, request.reason(), actor.getName());
    return rollouts.show(name);
  }

  @PostMapping("/skip")
  @Operation(summary = "Skip the step that is under way; `all` skips all that are left")
  RolloutDetail skip(
      @PathVariable String name, @Valid @RequestBody ControlRequest request, Principal actor) {
    controls.skip(name, Boolean.TRUE.equals(request.all()), request.reason(), actor.getName());
    return rollouts.show(name);
  }

  @PostMapping("/runs/{run}/terminate")
  @Operation(summary = "End an analysis early: what it measured so far decides")
  RolloutDetail terminate(
      @PathVariable String name,
      @PathVariable String run,
      @Valid @RequestBody ControlRequest request,
      Principal actor) {
    controls.terminate(name, run, request.reason(), actor.getName());
    return rollouts.show(name);
  }
}
