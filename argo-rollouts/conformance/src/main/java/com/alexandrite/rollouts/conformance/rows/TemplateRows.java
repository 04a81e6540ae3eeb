package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.analysis.Limits;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.template.Joined;
import com.alexandrite.rollouts.engine.template.MetricReader;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.TemplateDecisions;
import com.alexandrite.rollouts.engine.template.TemplateReferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates and the runs that are made of them. */
final class TemplateRows {

  static final Map<String, Decision> DECISIONS =
      Map.of(
          "validateMetrics", (in, want) -> validate(in),
          "dryRunMetrics", (in, want) -> dryRun(in),
          "retentionMetrics", (in, want) -> retention(in),
          "flattenTemplates", (in, want) -> flatten(in),
          "analysisRunFromTemplates", (in, want) -> run(in),
          "resolveTemplateRefs", (in, want) -> references(in));

  private static final RolloutAnalysis NOTHING =
      new RolloutAnalysis(List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());

  private TemplateRows() {}

  private static Map<String, ? extends @Nullable Object> validate(
      Map<String, ? extends @Nullable Object> in) {
    List<MetricSpec> metrics =
        Tree.maps(in, "metrics").stream().map(m -> MetricReader.read(m).metric()).toList();
    return switch (TemplateDecisions.check(metrics)) {
      case TemplateDecisions.Made<Boolean>(Boolean valid) -> Map.of("valid", valid);
      case TemplateDecisions.Impossible<Boolean>(Refused refused) -> {
        String[] path = refused.subject().split("\\.", 2);
        Map<String, Object> tree = Refusals.tree(refused);
        tree.put("metricIndex", path[0].replaceAll("\\D", ""));
        tree.put("field", path[1]);
        yield tree;
      }
    };
  }

  private static List<MetricSpec> named(Map<String, ? extends @Nullable Object> in) {
    return Tree.texts(in, "metrics").stream()
        .map(name -> new MetricSpec(name, "", "", Limits.NONE, "", "", new ProviderSpec.Missing()))
        .toList();
  }

  private static Map<String, ? extends @Nullable Object> dryRun(
      Map<String, ? extends @Nullable Object> in) {
    List<DryRun> rules = Tree.texts(in, "dryRun").stream().map(DryRun::new).toList();
    return Refusals.orRefusal(
        TemplateDecisions.dryRun(rules, named(in)),
        names -> Map.of("dryRunMetrics", List.copyOf(names)));
  }

  private static Map<String, ? extends @Nullable Object> retention(
      Map<String, ? extends @Nullable Object> in) {
    return Refusals.orRefusal(
        TemplateDecisions.retention(TemplateTrees.retention(in), named(in)),
        limits -> Map.of("limits", limits));
  }

  private static List<AnalysisTemplate> templates(Map<String, ? extends @Nullable Object> in) {
    List<AnalysisTemplate> all = new ArrayList<>(TemplateTrees.templates(in, "templates", false));
    all.addAll(TemplateTrees.templates(in, "clusterTemplates", true));
    return all;
  }

  private static Map<String, ? extends @Nullable Object> flatten(
      Map<String, ? extends @Nullable Object> in) {
    return switch (Joined.flat(templates(in))) {
      case Joined.Run run -> {
        Map<String, Object> tree = new LinkedHashMap<>(runTree(run));
        tree.put("metrics", run.metrics().stream().map(metric -> metric.get("name")).toList());
        yield tree;
      }
      case Refused refused -> Refusals.tree(refused);
    };
  }

  private static Map<String, Object> runTree(Joined.Run run) {
    return Map.of(
        "args", TemplateTrees.argumentTrees(run.args()),
        "dryRun", TemplateTrees.dryRunTrees(run.dryRun()),
        "measurementRetention", TemplateTrees.retentionTrees(run.measurementRetention()));
  }

  private static Map<String, ? extends @Nullable Object> run(
      Map<String, ? extends @Nullable Object> in) {
    RolloutAnalysis analysis =
        new RolloutAnalysis(
            NOTHING.templates(),
            NOTHING.args(),
            TemplateTrees.dryRun(in),
            TemplateTrees.retention(in),
            NOTHING.labels(),
            NOTHING.annotations());
    Joined joined = Joined.of(templates(in), analysis, TemplateTrees.arguments(in, "rolloutArgs"));
    return switch (joined) {
      case Joined.Run run -> {
        Map<String, Object> tree = new LinkedHashMap<>(runTree(run));
        tree.put("metricCount", run.metrics().size());
        yield tree;
      }
      case Refused refused -> Refusals.tree(refused);
    };
  }

  private static Map<String, ? extends @Nullable Object> references(
      Map<String, ? extends @Nullable Object> in) {
    String namespace = Tree.text(in, "namespace");
    List<AnalysisTemplate> known = new ArrayList<>();
    for (Map<String, @Nullable Object> tree : Tree.maps(in, "analysisTemplates")) {
      if (Tree.text(Tree.map(tree, "metadata"), "namespace").equals(namespace)) {
        known.add(TemplateTrees.template(tree, false));
      }
    }
    known.addAll(TemplateTrees.templates(in, "clusterAnalysisTemplates", true));
    TemplateReferences.Found found = TemplateReferences.find(TemplateTrees.references(in), known);
    return found.refused() != null
        ? Refusals.tree(found.refused())
        : Map.of(
            "templates", names(found.templates(), false),
            "clusterTemplates", names(found.templates(), true));
  }

  private static List<String> names(List<AnalysisTemplate> templates, boolean clusterScope) {
    return templates.stream()
        .filter(template -> template.clusterScope() == clusterScope)
        .map(AnalysisTemplate::name)
        .toList();
  }
}
