package com.alexandrite.console.preview.api;

import com.alexandrite.console.preview.ConsoleAddress;
import com.alexandrite.console.preview.Previews;
import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Previews: which there are, and what can be done with them. */
@RestController
@RequestMapping("/api/previews")
@Tag(name = "previews")
class PreviewsApi {
  private final Previews previews;
  private final ConsoleAddress console;
  private final InstantSource clock;

  PreviewsApi(Previews previews, ConsoleAddress console, InstantSource clock) {
    this.previews = previews;
    this.console = console;
    this.clock = clock;
  }

  /** What to make a preview of; {@code depth} is overlay, overlay+state or full. */
  record CreateRequest(@NotEmpty List<@NotBlank String> branches, @Nullable String depth) {}

  /** Whether it stays awake and alive for ever. */
  record PinRequest(@NotNull Boolean pinned) {}

  /** What tests said of a revision. */
  record VerdictRequest(
      @Pattern(regexp = "go|no-go") @NotNull String outcome,
      @NotBlank String revision,
      @Nullable String report) {}

  /** A branch that was pushed or deleted. */
  record PushedRequest(@NotBlank String branch) {}

  @GetMapping
  @Operation(summary = "All previews, the memory they use, and what belongs to none")
  OverviewJson list() {
    return OverviewJson.of(previews.desk().overview(), console.value());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Make a preview; of branches that have one: look at them now")
  @ApiResponse(responseCode = "202", description = "on its way; follow its stream")
  @ApiResponse(responseCode = "404", description = "unknown-branch")
  @ApiResponse(responseCode = "409", description = "merge-conflict: the branches do not merge")
  PreviewJson create(@Valid @RequestBody CreateRequest request, Principal actor)
      throws PreviewFailure {
    return json(
        previews
            .desk()
            .create(
                new PreviewDesk.Request(
                    request.branches(), Previews.depth(request.depth()), actor.getName())));
  }

  @GetMapping("/{name}")
  @Operation(summary = "One preview with everything that is known of it")
  PreviewJson show(@PathVariable String name) {
    return json(previews.known(name));
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take a preview away with everything it has")
  void delete(@PathVariable String name, Principal actor) {
    Previews.unlessKnown(previews.desk().delete(name, actor.getName()), name);
  }

  @PostMapping("/{name}/reset")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Its data begin again as the template; its code stays")
  PreviewJson reset(@PathVariable String name, Principal actor) {
    Previews.unlessKnown(previews.desk().reset(name, actor.getName()), name);
    return show(name);
  }

  @PostMapping("/{name}/wake")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Wake it as the first visitor does")
  PreviewJson wake(@PathVariable String name) {
    previews.known(name);
    previews.desk().visited(name, "shop");
    return show(name);
  }

  @PostMapping("/{name}/sleep")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Stop its processes now; its data stay, a request wakes it")
  PreviewJson sleep(@PathVariable String name, Principal actor) {
    Previews.unlessKnown(previews.desk().sleep(name, actor.getName()), name);
    return show(name);
  }

  @PutMapping("/{name}/pin")
  @Operation(summary = "Keep it awake and alive for ever, or no longer")
  PreviewJson pin(
      @PathVariable String name, @Valid @RequestBody PinRequest request, Principal actor) {
    boolean known = previews.desk().pin(name, request.pinned(), actor.getName());
    Previews.unlessKnown(known, name);
    return show(name);
  }

  @PutMapping("/{name}/verdict")
  @Operation(summary = "Tell what tests said of a revision")
  PreviewJson verdict(@PathVariable String name, @Valid @RequestBody VerdictRequest request) {
    var verdict =
        new PreviewView.Verdict(
            request.outcome(), request.revision(), clock.instant(), request.report());
    Previews.unlessKnown(previews.desk().verdict(name, verdict), name);
    return show(name);
  }

  @PostMapping("/pushed")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "A branch was pushed or deleted: look now instead of in a while")
  void pushed(@Valid @RequestBody PushedRequest request) {
    previews.desk().pushed(request.branch());
  }

  private PreviewJson json(PreviewView view) {
    return PreviewJson.of(view, console.value());
  }
}
