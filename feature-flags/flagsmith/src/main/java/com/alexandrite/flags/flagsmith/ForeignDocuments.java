package com.alexandrite.flags.flagsmith;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.flagsmith.flagengine.environments.EnvironmentModel;
import com.flagsmith.flagengine.features.FeatureStateModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads documents of a Flagsmith that is not ours: features are flags by their name; those that the
 * catalogue does not know are left out. Flagsmith numbers no versions: a changed content is a new
 * one, counted by the clock, so that it is newer than what was seen before a restart.
 */
final class ForeignDocuments {
  private static final Logger log = LoggerFactory.getLogger(ForeignDocuments.class);

  private final List<Flag<?>> catalogue;
  private final String environment;
  private final InstantSource clock;
  private @Nullable FlagDocument last;

  ForeignDocuments(List<Flag<?>> catalogue, String environment, InstantSource clock) {
    this.catalogue = List.copyOf(catalogue);
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it has no project with segments, as each Flagsmith's has
   */
  FlagDocument read(EnvironmentModel model) {
    if (model.getProject() == null || model.getProject().getSegments() == null) {
      throw new IllegalArgumentException("it has no project with segments");
    }
    List<String> losses = new ArrayList<>();
    List<FlagState> states = states(model, losses);
    FlagDocument before = last;
    if (before != null && before.flags().equals(states)) {
      return before;
    }
    losses.forEach(loss -> log.warn("Flagsmith's {}", loss));
    Instant now = clock.instant();
    long version = Math.max(now.toEpochMilli(), before == null ? 1 : before.version() + 1);
    FlagDocument read = new FlagDocument(environment, version, now, states, List.of());
    last = read;
    return read;
  }

  private List<FlagState> states(EnvironmentModel model, List<String> losses) {
    List<FlagState> states = new ArrayList<>();
    for (FeatureStateModel own : model.getFeatureStates()) {
      catalogue.stream()
          .filter(flag -> flag.key().equals(own.getFeature().getName()))
          .forEach(flag -> states.add(new ForeignFlag(flag, model, losses).state(own)));
    }
    return states;
  }
}
