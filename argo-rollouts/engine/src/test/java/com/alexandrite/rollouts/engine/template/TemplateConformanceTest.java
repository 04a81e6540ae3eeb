package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.analysis.Limits;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.conformance.Tree;
import com.alexandrite.rollouts.engine.conformance.VectorFile;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Argument.ValueFrom;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Templates against the recorded decisions of the real controller. */
class TemplateConformanceTest {

  private static final RolloutAnalysis NOTHING =
      new RolloutAnalysis(List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());

  @Test
  void joinsChecksAndFillsIn() {
    VectorFile.named("templates.jsonl").check(TemplateConformanceTest::decide);
  }

  private static Map<String, ? extends @Nullable Object> decide(
      String fn, Map<String, @Nullable Object> in, Map<String, @Nullable Object> want) {
    return switch (fn) {
      case "validateMetrics" -> validate(in);
      case "dryRunMetrics" -> dryRun(in);
      case "retentionMetrics" -> retention(in);
      case "mergeArgs" -> merge(in);
      case "flattenTemplates" -> flatten(in);
      case "analysisRunFromTemplates" -> run(in);
      case "resolveMetricArgs" -> resolve(in, want);
      case "fieldRef" -> fieldRef(in);
      case "podTemplateHashValue" -> hash(in);
      default -> references(in);
    };
  }

  private static Map<String, ? extends @Nullable Object> orRefusal(
      Supplier<Map<String, ? extends @Nullable Object>> decision) {
    try {
      return decision.get();
    } catch (Refused.Signal signal) {
      return tree(signal.refused());
    }
  }

  private static Map<String, Object> tree(Refused refused) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("error", true);
    tree.put("errorClass", errorClass(refused));
    switch (refused.reason()) {
      case ARGUMENT_NOT_RESOLVED, ARGUMENT_NOT_SUPPLIED -> tree.put("arg", refused.subject());
      case UNRESOLVED_TAG -> tree.put("tag", refused.subject());
      default -> {}
    }
    return tree;
  }

  private static String errorClass(Refused refused) {
    return switch (refused.reason()) {
      case ARGUMENT_NOT_RESOLVED -> "argNotResolved";
      case ARGUMENT_NOT_SUPPLIED -> "argNotSupplied";
      case DUPLICATE_METRIC -> "duplicateMetricName";
      default -> camelCase(refused.reason().name());
    };
  }

  private static String camelCase(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      text.append(
          text.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return text.toString();
  }

  private static Map<String, ? extends @Nullable Object> validate(
      Map<String, @Nullable Object> in) {
    List<MetricSpec> metrics =
        Tree.maps(in, "metrics").stream().map(m -> MetricReader.read(m).metric()).toList();
    try {
      MetricRules.check(metrics);
      return Map.of("valid", true);
    } catch (Refused.Signal signal) {
      String[] path = signal.refused().subject().split("\\.", 2);
      Map<String, Object> tree = tree(signal.refused());
      tree.put("metricIndex", path[0].replaceAll("\\D", ""));
      tree.put("field", path[1]);
      return tree;
    }
  }

  private static List<MetricSpec> named(Map<String, @Nullable Object> in) {
    return Tree.texts(in, "metrics").stream()
        .map(name -> new MetricSpec(name, "", "", Limits.NONE, "", "", new ProviderSpec.Missing()))
        .toList();
  }

  private static Map<String, ? extends @Nullable Object> dryRun(Map<String, @Nullable Object> in) {
    List<DryRun> rules = Tree.texts(in, "dryRun").stream().map(DryRun::new).toList();
    return orRefusal(
        () -> Map.of("dryRunMetrics", List.copyOf(NameRules.dryRun(rules, named(in)))));
  }

  private static Map<String, ? extends @Nullable Object> retention(
      Map<String, @Nullable Object> in) {
    return orRefusal(
        () -> Map.of("limits", NameRules.retention(TemplateTrees.retention(in), named(in))));
  }

  private static Map<String, ? extends @Nullable Object> merge(Map<String, @Nullable Object> in) {
    Joined joined =
        Joined.merged(
            TemplateTrees.arguments(in, "rolloutArgs"),
            TemplateTrees.arguments(in, "templateArgs"));
    return switch (joined) {
      case Joined.Run run -> Map.of("args", TemplateTrees.argumentTrees(run.args()));
      case Refused refused -> tree(refused);
    };
  }

  private static List<AnalysisTemplate> templates(Map<String, @Nullable Object> in) {
    List<AnalysisTemplate> all = new ArrayList<>(TemplateTrees.templates(in, "templates", false));
    all.addAll(TemplateTrees.templates(in, "clusterTemplates", true));
    return all;
  }

  private static Map<String, ? extends @Nullable Object> flatten(Map<String, @Nullable Object> in) {
    return switch (Joined.flat(templates(in))) {
      case Joined.Run run -> {
        Map<String, Object> tree = new LinkedHashMap<>(runTree(run));
        tree.put("metrics", run.metrics().stream().map(metric -> metric.get("name")).toList());
        yield tree;
      }
      case Refused refused -> tree(refused);
    };
  }

  private static Map<String, Object> runTree(Joined.Run run) {
    return Map.of(
        "args", TemplateTrees.argumentTrees(run.args()),
        "dryRun", TemplateTrees.dryRunTrees(run.dryRun()),
        "measurementRetention", TemplateTrees.retentionTrees(run.measurementRetention()));
  }

  private static Map<String, ? extends @Nullable Object> run(Map<String, @Nullable Object> in) {
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
      case Refused refused -> tree(refused);
    };
  }

  /**
   * The filled in metric is compared as it is read, since an empty text and an absent one read the
   * same.
   */
  private static Map<String, ? extends @Nullable Object> resolve(
      Map<String, @Nullable Object> in, Map<String, @Nullable Object> want) {
    return orRefusal(() -> {
      ArgumentValues values = ArgumentValues.of(TemplateTrees.arguments(in, "args"));
      MetricReader.Read filled = MetricReader.read(values.fillIn(Tree.map(in, "metric")));
      MetricReader.Read wanted = MetricReader.read(Tree.map(want, "metric"));
      return filled.equals(wanted) ? Map.of() : Map.of("metric", filled);
    });
  }

  private static Map<String, ? extends @Nullable Object> fieldRef(
      Map<String, @Nullable Object> in) {
    Argument argument =
        new Argument("x", null, new ValueFrom(null, Tree.text(in, "fieldPath"), null));
    RolloutArguments values =
        RolloutArguments.of(
            List.of(argument), "", "", TemplateTrees.plain(Tree.map(in, "rollout")));
    return value(values);
  }

  private static Map<String, ? extends @Nullable Object> hash(Map<String, @Nullable Object> in) {
    ValueFrom from = new ValueFrom(Tree.text(in, "podTemplateHashValue"), null, null);
    Argument argument = new Argument("x", Tree.text(in, "value"), from);
    return value(
        RolloutArguments.of(
            List.of(argument), Tree.text(in, "latestHash"), Tree.text(in, "stableHash"), Map.of()));
  }

  private static Map<String, @Nullable Object> value(RolloutArguments values) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    switch (values) {
      case RolloutArguments.Values found -> tree.put("value", found.args().getFirst().value());
      case Refused refused -> tree.putAll(tree(refused));
    }
    return tree;
  }

  private static Map<String, ? extends @Nullable Object> references(
      Map<String, @Nullable Object> in) {
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
        ? tree(found.refused())
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
