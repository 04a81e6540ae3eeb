package com.alexandrite.console.api;

import com.alexandrite.console.group.ReleaseGroups;
import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.ReleaseOrder;
import com.alexandrite.console.view.GroupView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Several services as one release. */
@RestController
@OnThisMachine
@RequestMapping("/api/release-groups")
@Tag(name = "release groups")
class GroupsApi {
  private final ReleaseGroups groups;

  GroupsApi(ReleaseGroups groups) {
    this.groups = groups;
  }

  /** What to release of each rollout; members without an entry stay as they are. */
  record GroupReleaseRequest(
      @NotEmpty Map<String, @NotNull @Valid MemberVersion> members, @NotBlank String reason) {}

  /** A version of one member. */
  record MemberVersion(
      @NotBlank String image, @Nullable String drill, @Nullable String gitRevision) {}

  /** Why something is done. */
  record Because(@NotBlank String reason) {}

  @GetMapping
  @Operation(summary = "All release groups with their running or last release")
  List<GroupView> list() {
    return groups.groups();
  }

  @GetMapping("/{name}")
  @Operation(summary = "One release group with its running or last release")
  GroupView show(@PathVariable String name) {
    return groups.view(name);
  }

  @PostMapping("/{name}/releases")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Release several services in the group's order, all or none")
  GroupView release(
      @PathVariable String name, @Valid @RequestBody GroupReleaseRequest request, Principal actor) {
    Map<String, ReleaseOrder> orders = new LinkedHashMap<>();
    request
        .members()
        .forEach((rollout, it) ->
            orders.put(
                rollout,
                new ReleaseOrder(it.image(), it.drill(), it.gitRevision(), request.reason())));
    groups.release(name, orders, request.reason(), actor.getName());
    return groups.view(name);
  }

  @PostMapping("/{name}/abort")
  @Operation(summary = "Stop the group's release: all its members go back")
  GroupView abort(@PathVariable String name, @Valid @RequestBody Because because, Principal actor) {
    groups.abort(name, because.reason(), actor.getName());
    return groups.view(name);
  }
}
