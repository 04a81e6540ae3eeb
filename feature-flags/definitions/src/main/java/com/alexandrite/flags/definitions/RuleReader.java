package com.alexandrite.flags.definitions;

import static com.alexandrite.flags.definitions.FlagDefinition.ENVIRONMENTS;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.definitions.FlagDefinition.ScopedRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Who gets which variant: the default of each environment, and the rules before it.
 *
 * @param variants names, the first is the one of a flag that is off
 * @param segments all there are
 */
record RuleReader(List<String> variants, List<Segment> segments) {
  private static final String SHARE = "Write 0 to 100 with at most two decimals";

  Map<String, Rule> defaults(Fields flag) {
    Map<String, Rule> defaults = new LinkedHashMap<>();
    Fields environments = flag.map("environments");
    if (environments == null) {
      flag.mistake("environments", "is missing", "Say how each environment begins");
      return defaults;
    }
    for (String name : ENVIRONMENTS) {
      Fields fields = environments.map(name);
      if (fields == null) {
        environments.mistake(name, "is missing", "Say who has the flag there: {percentage: 0}");
        continue;
      }
      Rule rule = rule(fields, null, List.of());
      if (serves(rule, 0)) {
        fields.mistake("serve", "is what a flag gives that is off", "Write percentage: 0 instead");
      }
      fields.end();
      defaults.put(name, rule);
    }
    environments.end();
    return defaults;
  }

  List<ScopedRule> rules(Fields flag) {
    List<ScopedRule> rules = new ArrayList<>();
    for (Fields fields : flag.maps("rules")) {
      String segment = fields.has("segment") ? segment(fields) : null;
      List<Condition> conditions = Conditions.read(fields, "where");
      if (!fields.has("segment") && conditions.isEmpty()) {
        fields.mistake(
            "segment", "is missing, and where too", "Name one; environments say it for everybody");
      }
      Rule rule = rule(fields, segment, conditions);
      rules.add(new ScopedRule(environments(fields), rule));
      fields.end();
    }
    return rules;
  }

  private @Nullable String segment(Fields fields) {
    List<String> known = segments.stream().map(Segment::key).toList();
    String segment = fields.text("segment", "Name it");
    if (!segment.isEmpty() && !known.contains(segment)) {
      fields.mistake(
          "segment",
          "is \"" + segment + "\", which segments.yaml does not know",
          "Add it there, or choose one of " + String.join(", ", known));
    }
    return segment;
  }

  private static Set<String> environments(Fields fields) {
    if (!fields.has("environments")) {
      return Set.copyOf(ENVIRONMENTS);
    }
    Set<String> environments = new LinkedHashSet<>(fields.texts("environments"));
    if (environments.isEmpty() || !ENVIRONMENTS.containsAll(environments)) {
      fields.mistake(
          "environments",
          "names no or another one",
          "Choose of " + String.join(", ", ENVIRONMENTS));
    }
    return environments;
  }

  private Rule rule(Fields fields, @Nullable String segment, List<Condition> conditions) {
    List<Weighted> serve = serve(fields);
    return new Rule(
        segment, conditions, share(fields), serve.isEmpty() ? List.of(new Weighted("", 1)) : serve);
  }

  private boolean serves(Rule rule, int variant) {
    return rule.serve().size() == 1
        && variants.indexOf(rule.serve().getFirst().variant()) == variant;
  }

  private static int share(Fields fields) {
    Node node = fields.node("percentage");
    if (node == null) {
      return FlagDocument.EVERYBODY;
    }
    double hundredths = Yaml.plain(node) instanceof Double percent ? percent * 100 : -1;
    int share = (int) Math.round(hundredths);
    if (share < 0 || share > FlagDocument.EVERYBODY || Math.abs(share - hundredths) > 1e-6) {
      fields.mistake("percentage", "is no percentage", SHARE);
      return 0;
    }
    return share;
  }

  /** Which variant, or how many parts of each; with two variants the second is meant. */
  private List<Weighted> serve(Fields fields) {
    Node node = fields.node("serve");
    if (node instanceof ScalarNode) {
      String variant = fields.oneOf("serve", variants);
      return variant == null ? List.of() : List.of(new Weighted(variant, 1));
    }
    if (node != null) {
      return weights(fields.map("serve"));
    }
    if (variants.size() != 2) {
      fields.mistake("serve", "is missing", "Choose of " + String.join(", ", variants));
      return List.of();
    }
    return List.of(new Weighted(variants.getLast(), 1));
  }

  private List<Weighted> weights(@Nullable Fields parts) {
    List<Weighted> weights = new ArrayList<>();
    if (parts == null) {
      return weights;
    }
    for (String variant : parts.names()) {
      Node node = parts.node(variant);
      double weight = node != null && Yaml.plain(node) instanceof Double given ? given : 0;
      if (!variants.contains(variant)) {
        parts.mistake(variant, "is no variant", "Choose of " + String.join(", ", variants));
      } else if (weight < 1 || weight > FlagDocument.EVERYBODY || weight % 1 != 0) {
        parts.mistake(variant, "is no weight", "Write a whole number from 1 to 10000");
      } else {
        weights.add(new Weighted(variant, (int) weight));
      }
    }
    return weights;
  }
}
