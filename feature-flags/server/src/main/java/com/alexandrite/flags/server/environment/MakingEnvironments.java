package com.alexandrite.flags.server.environment;

import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.Refused;
import java.time.InstantSource;

/** Environments come and go: the standing ones at the first start, previews as asked. */
public final class MakingEnvironments {
  private final FlagDatabase database;
  private final Environments environments;
  private final FlagStates states;
  private final Segments segments;
  private final InstantSource clock;

  /** Over the flag database. */
  public MakingEnvironments(
      FlagDatabase database,
      Environments environments,
      FlagStates states,
      Segments segments,
      InstantSource clock) {
    this.database = database;
    this.environments = environments;
    this.states = states;
    this.segments = segments;
    this.clock = clock;
  }

  /** Makes the standing ones, as often as asked. */
  public void ensureStanding() {
    for (String name : Environment.STANDING) {
      environments.insert(new Environment(name, name, 1, clock.instant(), false, null));
    }
  }

  /** A preview that begins with the states of another environment. */
  public Environment create(String name, String from, String actor) {
    if (!name.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")) {
      throw Refused.invalid(
          "environment-name-invalid",
          "\"" + name + "\" is no name of an environment.",
          "Use up to 40 lower-case letters, digits and hyphens.");
    }
    return database.inTransaction(() -> {
      if (environments.find(name).isPresent()) {
        throw Refused.conflict(
            "environment-exists",
            "There is an environment " + name + " already.",
            "Choose another name, or delete that one first.");
      }
      environments.locked(from);
      // A name that is used again goes on counting: nobody may take its new document for an old
      // one.
      long version = environments.lastVersion(name) + 1;
      environments.insert(new Environment(name, "preview", version, clock.instant(), false, from));
      states.copy(from, name, actor);
      segments.copy(from, name);
      return environments.known(name);
    });
  }

  /** The same, unless it is there; as often as asked. */
  public Environment ensure(String name, String from, String actor) {
    return environments.find(name).orElseGet(() -> create(name, from, actor));
  }

  /** Takes a preview away with its states and keys; its history stays. */
  public void delete(String name) {
    Environment environment = environments.known(name);
    if (environment.standing()) {
      throw Refused.conflict(
          "environment-standing", name + " is always there.", "Only previews can be deleted.");
    }
    environments.delete(name);
  }
}
