package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Argument.SecretKeyRef;
import com.alexandrite.rollouts.engine.model.Argument.ValueFrom;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.MeasurementRetention;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates, arguments and rules as the vectors write them. */
final class TemplateTrees {

  private TemplateTrees() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> plain(Map<String, @Nullable Object> tree) {
    return (Map<String, Object>) (Map<String, ?>) tree;
  }

  static AnalysisTemplate template(Map<String, @Nullable Object> tree, boolean clusterScope) {
    Map<String, @Nullable Object> spec = Tree.map(tree, "spec");
    return new AnalysisTemplate(
        Tree.text(Tree.map(tree, "metadata"), "name"),
        clusterScope,
        Tree.maps(spec, "metrics").stream().map(TemplateTrees::plain).toList(),
        arguments(spec, "args"),
        dryRun(spec),
        retention(spec),
        references(spec));
  }

  static List<AnalysisTemplate> templates(
      Map<String, ? extends @Nullable Object> in, String name, boolean clusterScope) {
    return Tree.maps(in, name).stream().map(tree -> template(tree, clusterScope)).toList();
  }

  static List<TemplateRef> references(Map<String, ? extends @Nullable Object> in) {
    return Tree.maps(in, "templates").stream()
        .map(r -> new TemplateRef(Tree.text(r, "templateName"), Tree.flag(r, "clusterScope")))
        .toList();
  }

  static List<Argument> arguments(Map<String, ? extends @Nullable Object> in, String name) {
    return Tree.maps(in, name).stream().map(TemplateTrees::argument).toList();
  }

  private static Argument argument(Map<String, @Nullable Object> tree) {
    return new Argument(
        Tree.text(tree, "name"),
        Tree.textOrNull(tree, "value"),
        tree.get("valueFrom") == null ? null : valueFrom(Tree.map(tree, "valueFrom")));
  }

  private static ValueFrom valueFrom(Map<String, @Nullable Object> from) {
    Map<String, @Nullable Object> secret = Tree.map(from, "secretKeyRef");
    return new ValueFrom(
        null,
        Tree.textOrNull(Tree.map(from, "fieldRef"), "fieldPath"),
        from.get("secretKeyRef") == null
            ? null
            : new SecretKeyRef(Tree.text(secret, "name"), Tree.text(secret, "key")));
  }

  static List<DryRun> dryRun(Map<String, ? extends @Nullable Object> in) {
    return Tree.maps(in, "dryRun").stream()
        .map(rule -> new DryRun(Tree.text(rule, "metricName")))
        .toList();
  }

  static List<MeasurementRetention> retention(Map<String, ? extends @Nullable Object> in) {
    return Tree.maps(in, "measurementRetention").stream()
        .map(r -> new MeasurementRetention(Tree.text(r, "metricName"), Tree.number(r, "limit")))
        .toList();
  }

  static List<Object> argumentTrees(List<Argument> args) {
    return args.stream().<Object>map(TemplateTrees::tree).toList();
  }

  private static Map<String, Object> tree(Argument argument) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", argument.name());
    if (argument.value() != null) {
      tree.put("value", argument.value());
    }
    if (argument.valueFrom() != null) {
      tree.put("valueFrom", tree(argument.valueFrom()));
    }
    return tree;
  }

  private static Map<String, Object> tree(ValueFrom from) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (from.fieldPath() != null) {
      tree.put("fieldRef", Map.of("fieldPath", from.fieldPath()));
    }
    SecretKeyRef key = from.secretKeyRef();
    if (key != null) {
      tree.put("secretKeyRef", Map.of("name", key.name(), "key", key.key()));
    }
    return tree;
  }

  static List<Object> dryRunTrees(List<DryRun> rules) {
    return rules.stream().<Object>map(rule -> Map.of("metricName", rule.metricName())).toList();
  }

  static List<Object> retentionTrees(List<MeasurementRetention> rules) {
    return rules.stream()
        .<Object>map(rule -> Map.of("metricName", rule.metricName(), "limit", rule.limit()))
        .toList();
  }
}
