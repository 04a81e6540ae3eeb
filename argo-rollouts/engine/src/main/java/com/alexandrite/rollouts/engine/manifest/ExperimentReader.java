package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.condition.GoDuration;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import com.alexandrite.rollouts.engine.model.RolloutExperiment.Analysis;
import com.alexandrite.rollouts.engine.model.RolloutExperiment.SpecRef;
import com.alexandrite.rollouts.engine.model.RolloutExperiment.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads the experiment of a step. */
final class ExperimentReader {

  private ExperimentReader() {}

  static RolloutExperiment read(Fields fields) {
    Fields metadata = fields.child("analysisRunMetadata");
    RolloutExperiment experiment =
        new RolloutExperiment(
            duration(fields),
            fields.<Template>list("templates", ExperimentReader::template),
            fields.<Analysis>list("analyses", ExperimentReader::analysis),
            AnalysisReader.dryRun(fields),
            metadata.texts("labels"),
            metadata.texts("annotations"),
            fields.integer(
                "scaleDownDelaySeconds", RolloutExperiment.DEFAULT_SCALE_DOWN_DELAY_SECONDS));
    metadata.end();
    fields.end();
    unique(fields, "templates", experiment.templates(), Template::name);
    unique(fields, "analyses", experiment.analyses(), Analysis::name);
    return experiment;
  }

  private static String duration(Fields fields) {
    String duration = fields.text("duration");
    if (!duration.isEmpty() && GoDuration.parse(duration).isEmpty()) {
      fields.problem("duration", "is no duration: it would never be over", "Like 90s, 5m, 1h30m");
    }
    return duration;
  }

  /** The real controller never begins with two of one name. */
  private static <T> void unique(
      Fields fields, String list, List<T> elements, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      String written = name.apply(elements.get(i));
      if (!seen.add(written)) {
        fields.problem(list + "[" + i + "].name", "is there twice: " + written, "Rename one");
      }
    }
  }

  private static Template template(Fields fields) {
    // Which pods belong to it is known here without labels.
    fields.ignore("selector");
    Fields metadata = fields.child("metadata");
    Fields service = fields.child("service");
    Template template =
        new Template(
            fields.required("name"),
            specRef(fields),
            fields.integer("replicas", 1),
            fields.integer("weight"),
            fields.has("service") ? service.text("name") : null,
            metadata.texts("labels"),
            metadata.texts("annotations"));
    metadata.end();
    service.end();
    fields.end();
    return template;
  }

  private static SpecRef specRef(Fields fields) {
    String written = fields.required("specRef");
    if (fields.has("specRef") && !written.equals("stable") && !written.equals("canary")) {
      fields.problem("specRef", "must be stable or canary", "Name one of them");
    }
    return written.equals("stable") ? SpecRef.STABLE : SpecRef.CANARY;
  }

  private static Analysis analysis(Fields fields) {
    Analysis analysis =
        new Analysis(
            fields.required("name"),
            new TemplateRef(fields.required("templateName"), fields.flag("clusterScope")),
            AnalysisReader.arguments(fields),
            fields.flag("requiredForCompletion"));
    fields.end();
    return analysis;
  }
}
