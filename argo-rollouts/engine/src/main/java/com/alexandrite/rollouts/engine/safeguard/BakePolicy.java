package com.alexandrite.rollouts.engine.safeguard;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * After a promotion the new stable is watched, and undone if it fails.
 *
 * @param time how long
 * @param templates names of the AnalysisTemplates that judge it
 * @param args values that count before the Rollout's own arguments of the same name
 */
public record BakePolicy(Duration time, List<String> templates, Map<String, String> args) {

  public BakePolicy {
    templates = List.copyOf(templates);
    args = Map.copyOf(args);
  }
}
