package com.alexandrite.rollouts.engine.port;

import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps rollouts as long as the process lives. */
public final class InMemoryRolloutStore implements RolloutStore {

  private final Map<String, RolloutState> states = new ConcurrentSkipListMap<>();

  @Override
  public Optional<RolloutState> load(String rollout) {
    return Optional.ofNullable(states.get(rollout));
  }

  @Override
  public void save(RolloutState state) {
    states.put(state.rollout().name(), state);
  }

  @Override
  public List<String> names() {
    return List.copyOf(states.keySet());
  }
}
