package com.alexandrite.flags.flagsmith;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.flagsmith.flagengine.environments.EnvironmentModel;
import com.flagsmith.flagengine.features.FeatureStateModel;
import com.flagsmith.flagengine.identities.IdentityModel;
import com.flagsmith.flagengine.segments.SegmentModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One feature of Flagsmith as a flag: overrides of identities first (they look at the attribute
 * that is named like the flag's unit), then those of segments by priority, then the environment's
 * own state. What has no words here takes nobody in, and is named among the losses.
 */
final class ForeignFlag {
  private final Flag<?> flag;
  private final EnvironmentModel model;
  private final List<String> losses;
  private final ForeignVariants variants;

  ForeignFlag(Flag<?> flag, EnvironmentModel model, List<String> losses) {
    this.flag = flag;
    this.model = model;
    this.losses = losses;
    this.variants = new ForeignVariants(flag, losses);
  }

  FlagState state(FeatureStateModel own) {
    List<Rule> rules = new ArrayList<>(identities());
    overrides().forEach(override -> rules.addAll(rules(override)));
    boolean overridden = !rules.isEmpty();
    if (own.getEnabled()) {
      rules.add(new Rule(null, List.of(), FlagDocument.EVERYBODY, variants.served(own)));
    }
    return new FlagState(flag.key(), own.getEnabled() || overridden, "", rules);
  }

  private List<Rule> identities() {
    Map<List<Weighted>, List<String>> served = new LinkedHashMap<>();
    List<IdentityModel> identities = model.getIdentityOverrides();
    for (IdentityModel identity : identities == null ? List.<IdentityModel>of() : identities) {
      identity.getIdentityFeatures().stream()
          .filter(this::isOfFlag)
          .map(variants::served)
          .forEach(serve ->
              served.computeIfAbsent(serve, _ -> new ArrayList<>()).add(identity.getIdentifier()));
    }
    List<Rule> rules = new ArrayList<>();
    served.forEach((serve, ids) ->
        rules.add(
            new Rule(
                null,
                List.of(new Condition(flag.unit().word(), Operator.IN, ids)),
                FlagDocument.EVERYBODY,
                serve)));
    return rules;
  }

  private record SegmentState(SegmentModel segment, FeatureStateModel state) {
    int priority() {
      // The client takes one without a priority as the least.
      return state.getFeatureSegment() == null
          ? Integer.MAX_VALUE
          : state.getFeatureSegment().getPriority();
    }
  }

  /** The lowest number first; of two alike the later one wins in the client. */
  private List<SegmentState> overrides() {
    List<SegmentState> overrides = new ArrayList<>();
    for (SegmentModel segment : model.getProject().getSegments()) {
      if (segment.getFeatureStates() != null) {
        segment.getFeatureStates().stream()
            .filter(this::isOfFlag)
            .forEach(state -> overrides.addFirst(new SegmentState(segment, state)));
      }
    }
    overrides.sort(Comparator.comparingInt(SegmentState::priority));
    return overrides;
  }

  private List<Rule> rules(SegmentState override) {
    return ForeignSegment.alternatives(override.segment())
        .map(alternatives ->
            alternatives.stream()
                .map(one ->
                    new Rule(
                        null, one.conditions(), one.share(), variants.served(override.state())))
                .toList())
        .orElseGet(() -> lost(override.segment()));
  }

  private List<Rule> lost(SegmentModel segment) {
    losses.add(
        "segment \"%s\" holds nobody for flag %s: it has a condition that is not known here"
            .formatted(segment.getName(), flag.key()));
    return List.of();
  }

  private boolean isOfFlag(FeatureStateModel state) {
    return flag.key().equals(state.getFeature().getName());
  }
}
