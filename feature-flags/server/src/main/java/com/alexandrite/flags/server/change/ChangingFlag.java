package com.alexandrite.flags.server.change;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.StoredState;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.Refused;
import java.time.Instant;
import java.time.InstantSource;

/** Changes a flag in an environment: one transaction, from the click to the row to be pushed. */
public final class ChangingFlag {
  private final FlagDatabase database;
  private final Definitions definitions;
  private final Environments environments;
  private final FlagStates states;
  private final RulesCheck check;
  private final Freezes freezes;
  private final ChangeRequests requests;
  private final Recording recording;
  private final InstantSource clock;

  /** With everything a change needs. */
  public ChangingFlag(
      FlagDatabase database,
      Definitions definitions,
      Environments environments,
      FlagStates states,
      RulesCheck check,
      Freezes freezes,
      ChangeRequests requests,
      Recording recording,
      InstantSource clock) {
    this.database = database;
    this.definitions = definitions;
    this.environments = environments;
    this.states = states;
    this.check = check;
    this.freezes = freezes;
    this.requests = requests;
    this.recording = recording;
    this.clock = clock;
  }

  /**
   * Does it, or leaves it to a second person; refuses what is not valid or decided upon an old
   * state.
   */
  public Outcome change(Order order) {
    Instant clicked = clock.instant();
    return database.inTransaction(() -> {
      FlagDefinition flag = definitions.known(order.flag());
      Environment environment = environments.locked(order.environment());
      StoredState before = stateOf(flag, environment);
      refuseStale(order, before);
      FlagState after = order.edit().applyTo(flag, before.state());
      check.refuseInvalid(flag, environment.name(), after);
      if (after.equals(before.state())) {
        return new Outcome.Same(before.version());
      }
      Draft draft = Draft.ofFlag(order, before.state(), after, clicked);
      // Taking a flag away is the way out of an emergency: it waits for nobody and no date.
      if (!Shares.onlyTakesAway(before.state(), after)) {
        freezes.refuse(environment.name(), clicked);
        if (environment.twoPersons() && order.approvedBy() == null) {
          return new Outcome.Waits(requests.open(draft));
        }
      }
      long version = environments.next(environment, clicked);
      states.put(environment.name(), new StoredState(after, version, clicked, order.actor()));
      return new Outcome.Done(recording.record(draft, version));
    });
  }

  private StoredState stateOf(FlagDefinition flag, Environment environment) {
    return states
        .find(environment.name(), flag.key())
        .orElseThrow(() ->
            Refused.unknown(
                "flag",
                flag.key() + " in " + environment.name(),
                "Only a branch defines it yet: it is in that branch's preview."));
  }

  private static void refuseStale(Order order, StoredState before) {
    Long expected = order.expectedVersion();
    if (expected != null && expected != before.version()) {
      throw Refused.conflict(
          "version-stale",
          "%s was changed by %s meanwhile: version %d, not %d."
              .formatted(order.flag(), before.changedBy(), before.version(), expected),
          "Look at the present state and decide again.");
    }
  }
}
