package com.alexandrite.flags.server.wire;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The body of {@code GET environment-document/}, from which a Flagsmith client evaluates by itself.
 *
 * <p>The first rule that takes everybody in becomes the environment's own state of the feature,
 * each rule before it an override for a segment of its own, in the order of the rules; without such
 * a rule the environment's own state is "off". Enabled is what is on: for a boolean flag its value,
 * for another one whether a rule decides. What Flagsmith has no words for (salts, the version,
 * named segments, the rules of a flag that is switched off) travels in the field {@code
 * alexandrite}, which its clients overlook.
 *
 * <p>The clients have another hash: they take in as large a share, not the same people. What they
 * hash is stable, so that a growing share keeps whom it has; a new salt shuffles there, too.
 */
public final class FlagsmithDocument {
  /** Name of the top-level field that holds the whole {@link FlagDocument}. */
  public static final String OWN_FIELD = "alexandrite";

  private FlagsmithDocument() {}

  /**
   * The document, for Jackson.
   *
   * @param catalogue every flag that is told; those that the document does not know are left out
   * @param apiKey the environment's public name. Clients hash it with an identity, so it has to
   *     stay the same when the secret keys are rotated, and is none of them
   */
  public static Map<String, Object> of(
      FlagDocument document, List<Flag<?>> catalogue, String apiKey) {
    Map<String, FlagState> states =
        document.flags().stream().collect(Collectors.toMap(FlagState::key, Function.identity()));
    List<Map<String, Object>> own = new ArrayList<>();
    List<Map<String, Object>> segments = new ArrayList<>();
    for (Flag<?> flag : catalogue) {
      FlagState state = states.get(flag.key());
      if (state != null) {
        WireFlag wire = new WireFlag(document.environment(), flag, state);
        own.add(ownState(wire));
        segments.addAll(overrides(wire, document.segments()));
      }
    }
    return environment(document, apiKey, own, segments);
  }

  private static Map<String, Object> ownState(WireFlag wire) {
    int rule = wire.ruleForEverybody();
    return rule < 0 ? wire.off() : wire.served(rule);
  }

  private static List<Map<String, Object>> overrides(
      WireFlag wire, List<FlagDocument.Segment> segments) {
    List<Map<String, Object>> overrides = new ArrayList<>();
    List<Rule> rules = wire.rulesBeforeEverybody();
    for (int at = 0; at < rules.size(); at++) {
      List<Map<String, Object>> conditions = WireConditions.of(rules.get(at), segments);
      if (conditions != null) {
        overrides.add(wire.override(at, conditions));
      }
    }
    return overrides;
  }

  private static Map<String, Object> environment(
      FlagDocument document,
      String apiKey,
      List<Map<String, Object>> featureStates,
      List<Map<String, Object>> segments) {
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("id", WireFlag.number(document.environment()));
    environment.put("api_key", apiKey);
    environment.put("name", document.environment());
    environment.put("updated_at", document.changedAt().toString());
    environment.put("hide_disabled_flags", false);
    environment.put("use_identity_composite_key_for_hashing", true);
    environment.put("project", project(segments));
    environment.put("feature_states", featureStates);
    environment.put("identity_overrides", List.of());
    environment.put(OWN_FIELD, document);
    return environment;
  }

  private static Map<String, Object> project(List<Map<String, Object>> segments) {
    Map<String, Object> organisation = new LinkedHashMap<>();
    organisation.put("id", 1);
    organisation.put("name", "Alexandrite");
    organisation.put("feature_analytics", true);
    organisation.put("stop_serving_flags", false);
    organisation.put("persist_trait_data", false);
    Map<String, Object> project = new LinkedHashMap<>();
    project.put("id", 1);
    project.put("name", "Alexandrite");
    // The client unboxes it, so it must be there.
    project.put("hide_disabled_flags", false);
    project.put("organisation", organisation);
    project.put("segments", segments);
    return project;
  }
}
