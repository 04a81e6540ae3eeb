package com.alexandrite.rollouts.engine.port;

import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.List;
import java.util.Optional;

/** Keeps rollouts: each as one document that is replaced as a whole, or not at all. */
public interface RolloutStore {

  /** The last saved state. */
  Optional<RolloutState> load(String rollout);

  /** Replaces the state; when this returns it survives a crash. */
  void save(RolloutState state);

  /** The names of all kept rollouts. */
  List<String> names();
}
