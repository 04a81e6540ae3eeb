package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutSpec.AnalysisHistory;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a Rollout. */
public final class RolloutReader {

  /** What is wrong with a step without any known field. */
  public static final String EMPTY_STEP = "says nothing";

  private final Capabilities capabilities;

  public RolloutReader(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /**
   * Reads a document of plain data; mistakes go to the given sink, what could be read is returned.
   */
  public Rollout read(Map<String, Object> document, Sink sink) {
    return read(new Fields(document, "", sink::refused));
  }

  /** Reads an AnalysisTemplate or ClusterAnalysisTemplate of plain data. */
  public AnalysisTemplate readTemplate(Map<String, Object> document, Sink sink) {
    Fields fields = new Fields(document, "", sink::refused);
    return AnalysisReader.template(
        fields,
        fields.child("metadata").required("name"),
        fields.text("kind").equals("ClusterAnalysisTemplate"));
  }

  /** Hears of every mistake. */
  public interface Sink {
    void refused(String path, String problem, String advice);
  }

  Rollout read(Fields document) {
    document.ignore("apiVersion", "kind", "status");
    Fields metadata = document.child("metadata");
    metadata.ignore("labels", "creationTimestamp");
    String namespace = CanaryReader.namespaceOf(metadata);
    Rollout rollout =
        Rollout.of(
            metadata.required("name"),
            namespace,
            metadata.texts("annotations"),
            spec(document.child("spec"), namespace));
    metadata.end();
    document.end();
    return rollout;
  }

  private RolloutSpec spec(Fields fields, String namespace) {
    fields.refuse("workloadRef", "Write the pod template into the Rollout");
    Fields rollbackWindow = fields.child("rollbackWindow");
    Fields strategy = fields.child("strategy");
    Fields selector = fields.child("selector");
    selector.texts("matchLabels");
    selector.refuse("matchExpressions", "Use matchLabels");
    selector.end();
    boolean blueGreen = strategy.has("blueGreen");
    if (blueGreen == strategy.has("canary")) {
      strategy.problem(
          "canary",
          blueGreen ? "and blueGreen exclude each other" : "is missing",
          blueGreen ? "Remove one of them" : "Write the strategy, at least canary: {}");
    }
    RolloutSpec spec =
        new RolloutSpec(
            fields.integer("replicas", RolloutSpec.DEFAULT_REPLICAS),
            podTemplate(fields.child("template")),
            fields.integer("minReadySeconds", 0),
            fields.integer("revisionHistoryLimit", RolloutSpec.DEFAULT_REVISION_HISTORY_LIMIT),
            fields.flag("paused"),
            fields.integer(
                "progressDeadlineSeconds", RolloutSpec.DEFAULT_PROGRESS_DEADLINE_SECONDS),
            fields.flag("progressDeadlineAbort"),
            restartAt(fields),
            rollbackWindow.integer("revisions"),
            history(fields.child("analysis")),
            blueGreen
                ? CanaryStrategy.NONE
                : new CanaryReader(capabilities, namespace).read(strategy.child("canary")),
            blueGreen ? BlueGreenReader.read(strategy.child("blueGreen")) : null);
    rollbackWindow.end();
    strategy.end();
    fields.end();
    return spec;
  }

  private @Nullable Instant restartAt(Fields fields) {
    if (!capabilities.restart()) {
      fields.refuse("restartAt", "Release the same version again");
      return null;
    }
    String text = fields.text("restartAt");
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      fields.problem("restartAt", "is no time", "Write it like 2026-01-31T10:00:00Z");
      return null;
    }
  }

  private static AnalysisHistory history(Fields fields) {
    AnalysisHistory history =
        new AnalysisHistory(
            fields.integer(
                "successfulRunHistoryLimit", AnalysisHistory.DEFAULT.successfulRunHistoryLimit()),
            fields.integer(
                "unsuccessfulRunHistoryLimit",
                AnalysisHistory.DEFAULT.unsuccessfulRunHistoryLimit()));
    fields.end();
    return history;
  }

  private PodTemplate podTemplate(Fields fields) {
    Fields metadata = fields.child("metadata");
    if (!capabilities.anyPodTemplate()) {
      new PodTemplateRules(fields.child("spec")).check();
    }
    PodTemplate template =
        new PodTemplate(
            metadata.texts("labels"), metadata.texts("annotations"), Data.map(fields.raw("spec")));
    metadata.ignore("creationTimestamp");
    metadata.end();
    fields.end();
    return template;
  }
}
