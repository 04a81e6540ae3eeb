package com.alexandrite.flags.server.api;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.server.change.Freeze;
import com.alexandrite.flags.server.change.Freezes;
import com.alexandrite.flags.server.environment.Documents;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.MakingEnvironments;
import com.alexandrite.flags.server.instance.Instance;
import com.alexandrite.flags.server.instance.Instances;
import com.alexandrite.flags.server.key.EnvironmentKey;
import com.alexandrite.flags.server.key.EnvironmentKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

/** Environments: previews come and go; keys, freezes and the two-person rule of each. */
@RestController
@RequestMapping("/api/flag-environments")
@Tag(name = "flag environments")
public class EnvironmentsApi {
  private final Environments environments;
  private final MakingEnvironments making;
  private final Documents documents;
  private final EnvironmentKeys keys;
  private final Freezes freezes;
  private final Instances instances;

  /** Over the flag database. */
  public EnvironmentsApi(
      Environments environments,
      MakingEnvironments making,
      Documents documents,
      EnvironmentKeys keys,
      Freezes freezes,
      Instances instances) {
    this.environments = environments;
    this.making = making;
    this.documents = documents;
    this.keys = keys;
    this.freezes = freezes;
    this.instances = instances;
  }

  /** A preview; it begins as {@code from}, or as staging. */
  record NewEnvironment(String name, @Nullable String from) {}

  /** A preview that shall be there, and a key that shall open it. */
  record WantedEnvironment(@Nullable String from, @Nullable String key) {}

  /** Whether a change waits for a second person. */
  record Rule(boolean twoPersons) {}

  /** Kind server or client. */
  record NewKey(@Nullable String kind, @Nullable String name) {}

  /** From when until when, and why. */
  record NewFreeze(Instant from, Instant to, String reason) {}

  @GetMapping
  @Operation(summary = "All environments")
  List<Environment> list() {
    return environments.all();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "A preview that begins with the states of another environment")
  Environment create(@RequestBody NewEnvironment wanted, Principal actor) {
    return making.create(wanted.name(), origin(wanted.from()), actor.getName());
  }

  @PutMapping("/{name}")
  @Operation(summary = "See that a preview is there and the key opens it; its states are kept")
  Environment ensure(
      @PathVariable String name, @RequestBody WantedEnvironment wanted, Principal actor) {
    Environment there = making.ensure(name, origin(wanted.from()), actor.getName());
    keys.ensureChosen(name, wanted.key());
    return there;
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take a preview away with its states and keys")
  void delete(@PathVariable String name) {
    making.delete(name);
  }

  @GetMapping("/{name}/document")
  @Operation(summary = "The whole document that instances run on")
  FlagDocument document(@PathVariable String name) {
    return documents.newest(name);
  }

  @GetMapping("/{name}/instances")
  @Operation(summary = "The instances that are alive, with their versions")
  List<Instance> instances(@PathVariable String name) {
    return instances.alive(environments.known(name).name());
  }

  @PutMapping("/{name}/rule")
  @Operation(summary = "Whether a change waits for a second person")
  Environment rule(@PathVariable String name, @RequestBody Rule rule) {
    environments.setTwoPersons(name, rule.twoPersons());
    return environments.known(name);
  }

  @GetMapping("/{name}/keys")
  @Operation(summary = "The keys, without their secrets")
  List<EnvironmentKey> keys(@PathVariable String name) {
    return keys.all(environments.known(name).name());
  }

  @PostMapping("/{name}/keys")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "A further key; its secret is shown in this answer only")
  EnvironmentKeys.Made makeKey(
      @PathVariable String name, @RequestBody NewKey wanted, Principal actor) {
    String kind = Objects.requireNonNullElse(wanted.kind(), "server");
    return keys.make(name, kind, Objects.requireNonNullElse(wanted.name(), kind), actor.getName());
  }

  @DeleteMapping("/{name}/keys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revoke a key: from now on it opens nothing")
  void revoke(@PathVariable String name, @PathVariable UUID id) {
    environments.known(name);
    keys.revoke(id);
  }

  @GetMapping("/{name}/freezes")
  @Operation(summary = "Times in which it is left as it is")
  List<Freeze> freezes(@PathVariable String name) {
    return freezes.all(environments.known(name).name());
  }

  @PostMapping("/{name}/freezes")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Leave it as it is for a time; switching off stays possible")
  Freeze freeze(@PathVariable String name, @RequestBody NewFreeze wanted, Principal actor) {
    return freezes.set(name, wanted.from(), wanted.to(), wanted.reason(), actor.getName());
  }

  @DeleteMapping("/{name}/freezes/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Lift a freeze")
  void lift(@PathVariable String name, @PathVariable long id) {
    environments.known(name);
    freezes.lift(id);
  }

  private static String origin(@Nullable String from) {
    return Objects.requireNonNullElse(from, "staging");
  }
}
