package com.alexandrite.flags.definitions;

import com.alexandrite.flags.Flag.Variant;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One flag as its file defines it.
 *
 * @param owner the team that answers for it
 * @param variants every answer, the first is the one of a flag that is off; values are all {@code
 *     Boolean}, all {@code Double}, or all {@code String}
 * @param value what the variants' values are
 * @param expires the day by which it is gone; null for one that lives as long as its capability
 * @param defaults by environment: how a new environment begins
 * @param rules who gets it before the default is asked, in order
 * @param source where it is written
 */
public record FlagDefinition(
    String key,
    String description,
    String owner,
    FlagType type,
    Unit unit,
    ValueKind value,
    List<Variant<?>> variants,
    String fallback,
    LocalDate created,
    @Nullable LocalDate expires,
    Map<String, Rule> defaults,
    List<ScopedRule> rules,
    Source source) {

  /** The environments that a definition speaks of. */
  public static final List<String> ENVIRONMENTS =
      List.of("local", "preview", "staging", "production");

  /** Copies the collections. */
  public FlagDefinition {
    variants = List.copyOf(variants);
    defaults = Map.copyOf(defaults);
    rules = List.copyOf(rules);
  }

  /** What a variant's value is. */
  public enum ValueKind {
    BOOLEAN,
    STRING,
    NUMBER,
    JSON
  }

  /** A rule and the environments that begin with it. */
  public record ScopedRule(Set<String> environments, Rule rule) {
    /** Copies the set. */
    public ScopedRule {
      environments = Set.copyOf(environments);
    }
  }

  /** The file, and the line of each field at its top level, such as {@code expires}. */
  public record Source(String file, Map<String, Integer> lines) {
    /** Copies the map. */
    public Source {
      lines = Map.copyOf(lines);
    }

    /** The line of a field; 1 when it is not written. */
    public int line(String field) {
      return lines.getOrDefault(field, 1);
    }
  }

  /**
   * How the flag begins in an environment. The last rule is the default of that environment, for
   * everybody and perhaps with a share of 0, so that there is one to grow.
   *
   * @param environment another name than those of {@link #ENVIRONMENTS} is a preview's
   */
  public FlagState state(String environment) {
    String known = ENVIRONMENTS.contains(environment) ? environment : "preview";
    List<Rule> all = new ArrayList<>();
    for (ScopedRule scoped : rules) {
      if (scoped.environments().contains(known)) {
        all.add(scoped.rule());
      }
    }
    Rule last = defaults.get(known);
    if (last != null) {
      all.add(last);
    }
    return new FlagState(key, true, "", all);
  }
}
