package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Argument.SecretKeyRef;
import com.alexandrite.rollouts.engine.model.Argument.ValueFrom;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.MeasurementRetention;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads analyses of Rollouts, and AnalysisTemplates. */
final class AnalysisReader {

  private AnalysisReader() {}

  /** The fields that a step's and a background analysis share; the caller ends the fields. */
  static RolloutAnalysis analysis(Fields fields) {
    Fields metadata = fields.child("analysisRunMetadata");
    RolloutAnalysis analysis =
        new RolloutAnalysis(
            templates(fields),
            arguments(fields),
            dryRun(fields),
            retention(fields),
            metadata.texts("labels"),
            metadata.texts("annotations"));
    metadata.end();
    return analysis;
  }

  static AnalysisTemplate template(Fields document, String name, boolean clusterScope) {
    Fields spec = document.child("spec");
    List<Map<String, Object>> metrics =
        Data.list(spec.raw("metrics")).stream().map(Data::map).toList();
    AnalysisTemplate template =
        new AnalysisTemplate(
            name,
            clusterScope,
            metrics,
            arguments(spec),
            dryRun(spec),
            retention(spec),
            templates(spec));
    if (metrics.isEmpty() && template.templates().isEmpty()) {
      spec.problem("metrics", "is missing", "Write at least one metric");
    }
    spec.end();
    return template;
  }

  private static List<TemplateRef> templates(Fields fields) {
    return fields.<TemplateRef>list(
        "templates",
        reference -> {
          TemplateRef read =
              new TemplateRef(reference.required("templateName"), reference.flag("clusterScope"));
          reference.end();
          return read;
        });
  }

  static List<Argument> arguments(Fields fields) {
    return fields.<Argument>list(
        "args",
        argument -> {
          Argument read =
              new Argument(
                  argument.required("name"),
                  argument.has("value") ? argument.text("value") : null,
                  argument.has("valueFrom") ? valueFrom(argument.child("valueFrom")) : null);
          argument.end();
          return read;
        });
  }

  private static ValueFrom valueFrom(Fields fields) {
    Fields fieldRef = fields.child("fieldRef");
    ValueFrom read =
        new ValueFrom(
            fields.has("podTemplateHashValue") ? fields.text("podTemplateHashValue") : null,
            fields.has("fieldRef") ? fieldRef.required("fieldPath") : null,
            fields.has("secretKeyRef") ? secret(fields.child("secretKeyRef")) : null);
    fieldRef.end();
    fields.end();
    return read;
  }

  private static @Nullable SecretKeyRef secret(Fields fields) {
    fields
        .problems()
        .add(
            fields.at(""),
            "is not executed by this engine",
            "Give the value itself; secrets belong into the metric source's own configuration");
    return null;
  }

  static List<DryRun> dryRun(Fields fields) {
    return fields.<DryRun>list(
        "dryRun",
        rule -> {
          DryRun read = new DryRun(rule.required("metricName"));
          rule.end();
          return read;
        });
  }

  private static List<MeasurementRetention> retention(Fields fields) {
    return fields.<MeasurementRetention>list(
        "measurementRetention",
        rule -> {
          MeasurementRetention read =
              new MeasurementRetention(rule.required("metricName"), rule.integer("limit", 0));
          rule.end();
          return read;
        });
  }
}
