package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import java.util.Map;

/** The rules of {@code spec.strategy.blueGreen}. */
final class BlueGreenRules {

  private final Map<String, Object> spec;
  private final Map<String, Object> blueGreen;
  private final Place place;
  private final Findings findings;

  BlueGreenRules(Map<String, Object> spec, Place place, Findings findings) {
    this.spec = spec;
    this.blueGreen = Data.map(Data.map(spec.get("strategy")).get("blueGreen"));
    this.place = place;
    this.findings = findings;
  }

  void check() {
    String active = Data.text(blueGreen.get("activeService"));
    if (active.equals(Data.text(blueGreen.get("previewService")))) {
      findings.add(place.child("activeService"), Rule.SAME_SERVICES_BLUE_GREEN);
    }
    int history =
        Data.integer(spec.get("revisionHistoryLimit"), RolloutSpec.DEFAULT_REVISION_HISTORY_LIMIT);
    Integer limit = Data.integerOrNull(blueGreen.get("scaleDownDelayRevisionLimit"));
    if (limit != null && history < limit) {
      findings.add(place.child("scaleDownDelayRevisionLimit"), Rule.SCALE_DOWN_LIMIT);
    }
    AntiAffinityRules.check(blueGreen.get("antiAffinity"), place, findings);
  }
}
