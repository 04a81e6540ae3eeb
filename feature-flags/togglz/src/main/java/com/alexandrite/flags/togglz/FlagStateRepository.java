package com.alexandrite.flags.togglz;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.togglz.core.Feature;
import org.togglz.core.repository.FeatureState;
import org.togglz.core.repository.StateRepository;
import org.togglz.core.util.Strings;

/**
 * Togglz's states over the document in force. Reads come from memory.
 *
 * <p>Togglz switches a feature by storing a blank state, which would lose strategy and percentage;
 * here a state without rules leaves the rules as they are. A flag that has none yet is switched on
 * for everybody.
 */
final class FlagStateRepository implements StateRepository {
  private final FlagStore store;
  private final FlagsInForce flags;

  FlagStateRepository(FlagStore store, FlagsInForce flags) {
    this.store = store;
    this.flags = flags;
  }

  @Override
  public @Nullable FeatureState getFeatureState(Feature feature) {
    return flags.told(feature.name()).orElse(null);
  }

  /**
   * Stores the change and takes it into force in this process.
   *
   * @throws IllegalArgumentException if the state is none that our rules can say
   */
  @Override
  public void setFeatureState(FeatureState state) {
    String key = state.getFeature().name();
    Flag<?> flag =
        flags.flag(key).orElseThrow(() -> new IllegalArgumentException("no flag " + key));
    if (Strings.isNotBlank(state.getStrategyId())
        && !RulesStrategy.ID.equalsIgnoreCase(state.getStrategyId())) {
      throw new IllegalArgumentException(
          "flags are decided by the strategy %s, not by %s"
              .formatted(RulesStrategy.ID, state.getStrategyId()));
    }
    try {
      flags.take(store.change(key, before -> after(flag, before, state)));
    } catch (IOException e) {
      throw new UncheckedIOException("flag " + key + " stays as it is: " + e.getMessage(), e);
    }
  }

  private static FlagState after(Flag<?> flag, FlagState before, FeatureState state) {
    FlagState asked = RulesStrategy.state(state, before);
    boolean blank = asked.enabled() && asked.rules().isEmpty() && !before.enabled();
    List<Rule> rules = blank ? List.of(InitialDocument.whenSwitchedOn(flag)) : asked.rules();
    return new FlagState(before.key(), asked.enabled(), asked.salt(), rules);
  }
}
