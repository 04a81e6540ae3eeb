package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads spec.strategy.blueGreen. */
final class BlueGreenReader {

  private BlueGreenReader() {}

  static BlueGreenStrategy read(Fields fields) {
    fields.ignore("antiAffinity");
    fields.refuse("activeMetadata", "Remove it: pods of a role carry no extra labels here");
    fields.refuse("previewMetadata", "Remove it: pods of a role carry no extra labels here");
    IntOrString maxUnavailable = fields.intOrString("maxUnavailable");
    BlueGreenStrategy blueGreen =
        new BlueGreenStrategy(
            fields.required("activeService"),
            fields.text("previewService"),
            !fields.has("autoPromotionEnabled") || fields.flag("autoPromotionEnabled"),
            fields.integer("autoPromotionSeconds", 0),
            fields.integer("previewReplicaCount"),
            analysis(fields, "prePromotionAnalysis"),
            analysis(fields, "postPromotionAnalysis"),
            fields.integer("scaleDownDelaySeconds"),
            fields.integer("scaleDownDelayRevisionLimit"),
            fields.integer("abortScaleDownDelaySeconds"),
            Objects.requireNonNullElse(maxUnavailable, BlueGreenStrategy.DEFAULT_MAX_UNAVAILABLE));
    fields.end();
    return blueGreen;
  }

  private static @Nullable RolloutAnalysis analysis(Fields fields, String name) {
    if (!fields.has(name)) {
      return null;
    }
    Fields written = fields.child(name);
    RolloutAnalysis analysis = AnalysisReader.analysis(written);
    written.end();
    return analysis;
  }
}
