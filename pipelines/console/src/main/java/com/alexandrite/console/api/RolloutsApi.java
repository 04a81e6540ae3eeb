package com.alexandrite.console.api;

import com.alexandrite.console.release.ManifestIntake;
import com.alexandrite.console.release.Refused;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.console.release.ReleaseOrder;
import com.alexandrite.console.release.RolloutOrders;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.view.RolloutSummary;
import com.alexandrite.console.view.Series;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Rollouts: what they do, and what can be done to them. */
@RestController
@RequestMapping("/api/rollouts")
@Tag(name = "rollouts")
class RolloutsApi {
  private final ReleaseDesk desk;
  private final RolloutOrders actions;
  private final ManifestIntake manifests;
  private final RolloutStream stream;

  RolloutsApi(
      ReleaseDesk desk, RolloutOrders actions, ManifestIntake manifests, RolloutStream stream) {
    this.desk = desk;
    this.actions = actions;
    this.manifests = manifests;
    this.stream = stream;
  }

  /** A version to release. */
  record ReleaseRequest(
      @NotBlank String image,
      @Nullable String drill,
      @Nullable String gitRevision,
      @NotBlank String reason) {}

  /** The id under which a release can be followed. */
  record ReleaseStarted(UUID releaseId) {}

  /** Why something is done, and for some actions how far. */
  record ActionRequest(
      @NotBlank String reason, @Nullable Boolean full, @Nullable Integer toRevision) {}

  @GetMapping
  @Operation(summary = "All rollouts in short")
  List<RolloutSummary> list() {
    return desk.rollouts();
  }

  @GetMapping("/{name}")
  @Operation(summary = "One rollout with steps, analysis runs, arms and history")
  RolloutDetail show(@PathVariable String name) {
    return desk.rollout(name).orElseThrow(() -> unknown(name));
  }

  @GetMapping("/{name}/series")
  @Operation(
      summary =
          "What was measured of both arms during the running or last release, or over a `window`"
              + " such as 15m until now")
  Series series(@PathVariable String name, @RequestParam @Nullable Window window) {
    return desk.series(name, window == null ? null : window.length())
        .orElseThrow(() -> unknown(name));
  }

  @GetMapping(path = "/{name}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(summary = "The rollout again at each change, as event `rollout`")
  SseEmitter events(@PathVariable String name) {
    return stream.follow(name, show(name));
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(summary = "Every rollout at first, then each again at its changes, as event `rollout`")
  SseEmitter eventsOfAll() {
    return stream.followAll(
        desk.rollouts().stream().flatMap(one -> desk.rollout(one.name()).stream()).toList());
  }

  @PutMapping(
      path = "/{name}",
      consumes = {MediaType.TEXT_PLAIN_VALUE, "application/yaml"})
  @Operation(summary = "Apply a rollout's manifests; the image counts for a new rollout only")
  @ApiResponse(responseCode = "200", description = "updated, or nothing to change")
  @ApiResponse(responseCode = "201", description = "created")
  @ApiResponse(responseCode = "400", description = "refused, with file, line and field")
  ResponseEntity<RolloutApplied> apply(
      @PathVariable String name,
      @RequestParam @Nullable String image,
      @RequestBody(required = false) @Nullable String yaml,
      Principal actor) {
    boolean created = manifests.apply(name, yaml == null ? "" : yaml, image, actor.getName());
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new RolloutApplied(name, created));
  }

  /** What came of applying manifests. */
  record RolloutApplied(String name, boolean created) {}

  @PostMapping("/{name}/releases")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Release a version")
  ReleaseStarted release(
      @PathVariable String name, @Valid @RequestBody ReleaseRequest request, Principal actor) {
    var order =
        new ReleaseOrder(
            request.image(), emptyAsNull(request.drill()), request.gitRevision(), request.reason());
    return new ReleaseStarted(actions.release(name, order, actor.getName()));
  }

  @PostMapping("/{name}/promote")
  @Operation(summary = "End a pause or skip a step; `full` skips all that is left")
  RolloutDetail promote(
      @PathVariable String name, @Valid @RequestBody ActionRequest request, Principal actor) {
    actions.promote(name, Boolean.TRUE.equals(request.full()), request.reason(), actor.getName());
    return show(name);
  }

  @PostMapping("/{name}/abort")
  @Operation(summary = "Everybody back to stable now")
  RolloutDetail abort(
      @PathVariable String name, @Valid @RequestBody ActionRequest request, Principal actor) {
    actions.abort(name, request.reason(), actor.getName());
    return show(name);
  }

  @PostMapping("/{name}/accept")
  @Operation(summary = "The promoted version needs no more watching")
  RolloutDetail accept(
      @PathVariable String name, @Valid @RequestBody ActionRequest request, Principal actor) {
    actions.accept(name, request.reason(), actor.getName());
    return show(name);
  }

  @PostMapping("/{name}/retry")
  @Operation(summary = "Start an aborted update again")
  RolloutDetail retry(
      @PathVariable String name, @Valid @RequestBody ActionRequest request, Principal actor) {
    actions.retry(name, request.reason(), actor.getName());
    return show(name);
  }

  @PostMapping("/{name}/undo")
  @Operation(summary = "Make an earlier revision the wanted one; 0 or nothing for the previous")
  RolloutDetail undo(
      @PathVariable String name, @Valid @RequestBody ActionRequest request, Principal actor) {
    Integer revision = request.toRevision();
    actions.undo(name, revision == null ? 0 : revision, request.reason(), actor.getName());
    return show(name);
  }

  @PostMapping("/{name}/restart")
  @Operation(summary = "Replace every pod by another of the same version, a few at a time")
  RolloutDetail restart(
      @PathVariable String name, @Valid @RequestBody ActionRequest request, Principal actor) {
    actions.restart(name, request.reason(), actor.getName());
    return show(name);
  }

  private static @Nullable String emptyAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Refused unknown(String name) {
    return new Refused(
        Kind.UNKNOWN,
        "rollout-unknown",
        "There is no rollout " + name + ".",
        "List the rollouts, or apply its manifests first.");
  }
}
