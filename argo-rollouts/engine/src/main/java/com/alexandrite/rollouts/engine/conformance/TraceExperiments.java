package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The experiments of a state in the words of the trace files. */
final class TraceExperiments {

  /** Every one ever seen, in the order of creation: old ones may be forgotten. */
  private final Map<String, Map<String, Object>> all = new LinkedHashMap<>();

  List<Map<String, Object>> of(RolloutState state) {
    for (Experiment experiment : state.experiments()) {
      Map<String, Object> known = all.get(experiment.name());
      Map<String, Object> seen = new TreeMap<>();
      seen.put("n", known == null ? (Object) (all.size() + 1) : known.getOrDefault("n", 0));
      seen.put("phase", experiment.phase().text());
      seen.put("templates", templates(experiment));
      all.put(experiment.name(), seen);
    }
    return new ArrayList<>(all.values());
  }

  private static Map<String, Object> templates(Experiment experiment) {
    Map<String, Object> templates = new TreeMap<>();
    for (Experiment.TemplateState state : experiment.templates()) {
      templates.put(
          state.name(),
          new TreeMap<>(
              Map.of(
                  "available", state.available(),
                  "replicas", state.replicaSet().replicas(),
                  "status", state.phase().text())));
    }
    return templates;
  }
}
