package com.alexandrite.flags.definitions;

import java.util.List;
import java.util.stream.Stream;

/** A good definition, and bad ones: each with one thing changed. */
final class Examples {
  static final String GOOD =
      """
      key: new-ring
      description: On, the ring is new.
      owner: shop
      type: experiment
      unit: user
      variants:
        - {name: old, value: 1}
        - {name: new, value: 2.5}
      fallback: old
      created: 2026-11-25
      expires: 2027-01-31
      rules:
        - segment: staff
          environments: [production, staging]
          percentage: 50
          serve: {old: 1, new: 3}
        - where:
            - {attribute: language, operator: in, values: [ru]}
          serve: new
      environments:
        local: {percentage: 100}
        preview: {percentage: 100}
        staging: {percentage: 12.5}
        production: {percentage: 0}
      """;

  static final String SEGMENTS =
      """
      segments:
        - key: staff
          description: Everybody who works here.
          conditions:
            - {attribute: role, operator: in, values: [seller]}
      """;

  private Examples() {}

  /**
   * A mistake.
   *
   * @param from text of {@link #GOOD} that is replaced
   * @param line where the mistake is reported
   * @param problem what is reported
   * @param schemaToo whether an editor that knows the schema sees it as well
   */
  record Bad(String from, String to, int line, String problem, boolean schemaToo) {
    String text() {
      if (!GOOD.contains(from)) {
        throw new IllegalStateException("the example does not hold " + from);
      }
      return GOOD.replace(from, to);
    }
  }

  static Stream<Bad> bad() {
    return Stream.concat(seenByBoth(), seenByTheReaderOnly());
  }

  private static Stream<Bad> seenByBoth() {
    return Stream.of(
        both("owner: shop\n", "", 1, "owner is missing"),
        both("owner: shop", "owner: ''", 3, "owner is empty"),
        both("owner: shop", "owner: [shop]", 3, "owner must be a text"),
        both("type: experiment\n", "", 1, "type is missing"),
        both("type: experiment", "type: try", 4, "type is \"try\""),
        both("type: experiment", "type: fault", 4, "type is fault, and somebody has it"),
        both("unit: user", "unit: house", 5, "unit is \"house\""),
        both("expires: 2027-01-31\n", "", 1, "expires is missing"),
        both("expires: 2027-01-31", "expires: never", 11, "expires is never, for type experiment"),
        both("expires: 2027-01-31", "expires: soon", 11, "expires is \"soon\""),
        both("description: On, the ring is new.\n", "", 1, "description is missing"),
        both("key: new-ring", "key: New_Ring", 1, "key is \"New_Ring\""),
        both("owner: shop", "owner: shop\nteam: shop", 4, "team is not a known field"),
        both("local: {", "lokal: {", 21, "environments.local is missing"),
        both("percentage: 12.5", "percentage: 112", 23, "environments.staging.percentage is no"),
        both("percentage: 12.5", "percent: 1", 23, "environments.staging.percent is not a known"),
        both("percentage: 50", "percentage: many", 15, "rules[1].percentage is no percentage"),
        both("name: new, value: 2.5", "name: new", 8, "variants[2].value is missing"),
        both("value: 2.5", "value: text", 8, "variants[2].value is of another kind"),
        both("value: 2.5", "value: true", 8, "variants[2].value is true or false"),
        both("{name: new, value: 2.5}", "new", 8, "variants[2] must be a map"),
        both("operator: in,", "operator: is,", 18, "rules[2].where[1].operator is \"is\""),
        both("operator: in,", "operator: is-set,", 18, "rules[2].where[1].values is not looked at"),
        both(", values: [ru]", "", 18, "rules[2].where[1].values is missing"),
        both("old: 1, new: 3", "old: 1, new: -3", 16, "rules[1].serve.new is no weight"),
        both(
            "segment: staff\n    environments", "environments", 13, "rules[1].segment is missing"));
  }

  private static Stream<Bad> seenByTheReaderOnly() {
    return Stream.of(
        only("key: new-ring", "key: other", 1, "key is other in the file new-ring.yaml"),
        only("created: 2026-11-25", "created: 2026-02-30", 10, "created is \"2026-02-30\""),
        only("expires: 2027-01-31", "expires: 2026-11-25", 11, "expires is not after created"),
        only("percentage: 12.5", "percentage: 12.505", 23, "environments.staging.percentage is no"),
        only("value: 2.5", "value: 1.0", 8, "variants[2].value is the same as that of old"),
        only("name: new,", "name: old,", 8, "variants[2].name is taken"),
        only("fallback: old", "fallback: older", 9, "fallback is \"older\""),
        only("serve: new", "serve: newer", 19, "rules[2].serve is \"newer\""),
        only("old: 1, new: 3", "old: 1, newer: 3", 16, "rules[1].serve.newer is no variant"),
        only("segment: staff", "segment: stuff", 13, "rules[1].segment is \"stuff\""),
        only(
            "production: {percentage: 0}",
            "production: {serve: old}",
            24,
            "environments.production.serve is what a flag gives that is off"),
        only("unit: user", "unit: user\nunit: user", 6, "unit is written twice"),
        only("unit: user", "unit: @user", 5, "the file is not YAML"),
        only(GOOD, "", 1, "the file is empty"));
  }

  private static Bad both(String from, String to, int line, String problem) {
    return new Bad(from, to, line, problem, true);
  }

  private static Bad only(String from, String to, int line, String problem) {
    return new Bad(from, to, line, problem, false);
  }

  static FlagDefinitions.Reading read(String flag) {
    return DefinitionReader.read(
        List.of(new DefinitionFile(DefinitionFolder.PATH + "/flags/new-ring.yaml", flag)),
        new DefinitionFile(DefinitionFolder.PATH + "/segments.yaml", SEGMENTS));
  }
}
