package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Argument.ValueFrom;
import com.alexandrite.rollouts.engine.template.Joined;
import com.alexandrite.rollouts.engine.template.MetricReader;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.RolloutArguments;
import com.alexandrite.rollouts.engine.template.TemplateDecisions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments: where their values come from and where they go. */
final class ArgumentRows {

  static final Map<String, Decision> DECISIONS =
      Map.of(
          "mergeArgs", (in, want) -> merge(in),
          "resolveMetricArgs", ArgumentRows::resolve,
          "fieldRef", (in, want) -> fieldRef(in),
          "podTemplateHashValue", (in, want) -> hash(in));

  private ArgumentRows() {}

  private static Map<String, ? extends @Nullable Object> merge(
      Map<String, ? extends @Nullable Object> in) {
    Joined joined =
        Joined.merged(
            TemplateTrees.arguments(in, "rolloutArgs"),
            TemplateTrees.arguments(in, "templateArgs"));
    return switch (joined) {
      case Joined.Run run -> Map.of("args", TemplateTrees.argumentTrees(run.args()));
      case Refused refused -> Refusals.tree(refused);
    };
  }

  /**
   * The filled in metric is compared as it is read, since an empty text and an absent one read the
   * same.
   */
  private static Map<String, ? extends @Nullable Object> resolve(
      Map<String, ? extends @Nullable Object> in, Map<String, @Nullable Object> want) {
    return Refusals.orRefusal(
        TemplateDecisions.fillIn(Tree.map(in, "metric"), TemplateTrees.arguments(in, "args")),
        filled -> {
          MetricReader.Read wanted = MetricReader.read(Tree.map(want, "metric"));
          return Map.of("metric", filled.equals(wanted) ? Tree.map(want, "metric") : filled);
        });
  }

  private static Map<String, ? extends @Nullable Object> fieldRef(
      Map<String, ? extends @Nullable Object> in) {
    Argument argument =
        new Argument("x", null, new ValueFrom(null, Tree.text(in, "fieldPath"), null));
    RolloutArguments values =
        RolloutArguments.of(
            List.of(argument), "", "", () -> TemplateTrees.plain(Tree.map(in, "rollout")));
    return value(values);
  }

  private static Map<String, ? extends @Nullable Object> hash(
      Map<String, ? extends @Nullable Object> in) {
    ValueFrom from = new ValueFrom(Tree.text(in, "podTemplateHashValue"), null, null);
    Argument argument = new Argument("x", Tree.text(in, "value"), from);
    return value(
        RolloutArguments.of(
            List.of(argument), Tree.text(in, "latestHash"), Tree.text(in, "stableHash"), Map::of));
  }

  private static Map<String, @Nullable Object> value(RolloutArguments values) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    switch (values) {
      case RolloutArguments.Values found -> tree.put("value", found.args().getFirst().value());
      case Refused refused -> tree.putAll(Refusals.tree(refused));
    }
    return tree;
  }
}
