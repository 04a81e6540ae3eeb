package com.alexandrite.console.flag;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.server.change.Freeze;
import com.alexandrite.flags.server.change.Freezes;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.desk.StateDifferences;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.StoredState;
import com.alexandrite.flags.server.instance.Instances;
import com.alexandrite.flags.server.key.EnvironmentKey;
import com.alexandrite.flags.server.key.EnvironmentKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** All environments as their page shows them. */
@Component
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class Places {
  private final Environments environments;
  private final Definitions definitions;
  private final FlagStates states;
  private final StateDifferences differences;
  private final Instances instances;
  private final EnvironmentKeys keys;
  private final Freezes freezes;
  private final InstantSource clock;

  Places(
      Environments environments,
      Definitions definitions,
      FlagStates states,
      StateDifferences differences,
      Instances instances,
      EnvironmentKeys keys,
      Freezes freezes,
      InstantSource clock) {
    this.environments = environments;
    this.definitions = definitions;
    this.states = states;
    this.differences = differences;
    this.instances = instances;
    this.keys = keys;
    this.freezes = freezes;
    this.clock = clock;
  }

  /** The standing ones in their order, then the previews. */
  List<PlaceLine> all() {
    Instant now = clock.instant();
    Map<String, FlagDefinition> defined =
        definitions.all().stream()
            .collect(Collectors.toMap(FlagDefinition::key, Function.identity()));
    return environments.all().stream().map(one -> line(one, defined, now)).toList();
  }

  private PlaceLine line(Environment place, Map<String, FlagDefinition> defined, Instant now) {
    List<StoredState> stored = states.all(place.name());
    List<EnvironmentKey> all = keys.all(place.name());
    List<EnvironmentKey> open = all.stream().filter(key -> key.revokedAt() == null).toList();
    return new PlaceLine(
        place,
        stored.size(),
        differing(place, stored, defined),
        instances.alive(place.name()),
        open,
        all.size() - open.size(),
        freezes.all(place.name()).stream()
            .filter(freeze -> freeze.to().isAfter(now))
            .sorted(Comparator.comparing(Freeze::from))
            .toList(),
        now);
  }

  private List<String> differing(
      Environment place, List<StoredState> stored, Map<String, FlagDefinition> defined) {
    if (place.clonedFrom() != null) {
      return differences.of(place.name()).stream().map(StateDifferences.Difference::key).toList();
    }
    return stored.stream()
        .map(StoredState::state)
        .filter(state -> !isAsDefined(state, defined.get(state.key()), place.kind()))
        .map(FlagState::key)
        .toList();
  }

  /** The salt does not count: it says who is in a share, not how large the share is. */
  private static boolean isAsDefined(
      FlagState state, @org.jspecify.annotations.Nullable FlagDefinition flag, String kind) {
    if (flag == null) {
      return false;
    }
    FlagState initial = flag.initialState(kind);
    return state.enabled() == initial.enabled() && state.rules().equals(initial.rules());
  }
}
