package com.alexandrite.flags.server.api;

import com.alexandrite.flags.server.change.Change;
import com.alexandrite.flags.server.change.ChangeRequest;
import com.alexandrite.flags.server.change.ChangeRequests;
import com.alexandrite.flags.server.change.DecidingRequest;
import com.alexandrite.flags.server.change.History;
import com.alexandrite.flags.server.change.UndoingChange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was changed by whom and why, taken back if need be; and what waits for a second person. */
@RestController
@Tag(name = "flag changes")
public class ChangesApi {
  private final History history;
  private final UndoingChange undoing;
  private final ChangeRequests requests;
  private final DecidingRequest deciding;

  /** Over the flag database. */
  public ChangesApi(
      History history, UndoingChange undoing, ChangeRequests requests, DecidingRequest deciding) {
    this.history = history;
    this.undoing = undoing;
    this.requests = requests;
    this.deciding = deciding;
  }

  /** Why. */
  record ReasonRequest(@Nullable String reason) {}

  @GetMapping("/api/flag-changes")
  @Operation(summary = "The newest changes, of one environment or flag or of all")
  List<Change> changes(
      @RequestParam(required = false) @Nullable String environment,
      @RequestParam(required = false) @Nullable String flag,
      @RequestParam(defaultValue = "100") int limit) {
    return history.newest(environment, flag, Math.clamp(limit, 1, 1000));
  }

  @GetMapping("/api/flag-changes/{id}")
  @Operation(summary = "One change, with the time until the last instance had it")
  Change change(@PathVariable long id) {
    return history.known(id);
  }

  @PostMapping("/api/flag-changes/{id}/undo")
  @Operation(summary = "Take a change back by a new one")
  ResponseEntity<ChangeAnswer> undo(
      @PathVariable long id, @RequestBody ReasonRequest why, Principal actor) {
    return ChangeAnswer.of(undoing.undo(id, actor.getName(), why.reason()));
  }

  @GetMapping("/api/flag-requests")
  @Operation(summary = "Changes that wait for a second person, then decided ones")
  List<ChangeRequest> requests(
      @RequestParam(required = false) @Nullable String environment,
      @RequestParam(required = false) @Nullable String flag) {
    return requests.newest(environment, flag, 100);
  }

  @PostMapping("/api/flag-requests/{id}/approve")
  @Operation(summary = "Say yes, as a second person: the change is made")
  ResponseEntity<ChangeAnswer> approve(
      @PathVariable long id, @RequestBody ReasonRequest why, Principal actor) {
    return ChangeAnswer.of(deciding.approve(id, actor.getName(), why.reason()));
  }

  @PostMapping("/api/flag-requests/{id}/reject")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Say no")
  void reject(@PathVariable long id, @RequestBody ReasonRequest why, Principal actor) {
    deciding.reject(id, actor.getName(), why.reason());
  }
}
