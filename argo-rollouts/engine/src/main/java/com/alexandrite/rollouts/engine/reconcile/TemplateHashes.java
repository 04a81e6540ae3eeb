package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.Rollout;
import java.util.HashMap;
import java.util.Map;

/** Remembers the hash of each rollout's wanted pod template: most passes find the same one. */
final class TemplateHashes {

  private final Map<String, Known> known = new HashMap<>();

  private record Known(PodTemplate template, String hash) {}

  @SuppressWarnings("ReferenceEquality") // To compare templates takes as long as their hash.
  String of(Rollout rollout) {
    PodTemplate template = rollout.spec().template();
    Known before = known.get(rollout.name());
    if (before != null && before.template() == template) {
      return before.hash();
    }
    String hash = template.hash();
    known.put(rollout.name(), new Known(template, hash));
    return hash;
  }
}
