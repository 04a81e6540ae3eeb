package com.alexandrite.flags.server.desk;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.server.change.BranchFlags;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.StoredState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the flags of a preview differ from the environment that it began with, in words. */
public final class StateDifferences {
  private static final String NOT_THERE = "not there";

  private final Environments environments;
  private final FlagStates states;

  /** Over the flag database. */
  public StateDifferences(Environments environments, FlagStates states) {
    this.environments = environments;
    this.states = states;
  }

  /**
   * One flag.
   *
   * @param before state there now, as words
   * @param byBranch whether a file of the branch says so; otherwise a person does
   */
  public record Difference(String key, String before, String after, boolean byBranch) {}

  /** All of an environment, by key; none when it began with no other. */
  public List<Difference> of(String name) {
    Environment environment = environments.known(name);
    String from = environment.clonedFrom();
    if (from == null) {
      return List.of();
    }
    Map<String, FlagState> before =
        states.all(from).stream()
            .map(StoredState::state)
            .collect(Collectors.toMap(FlagState::key, Function.identity()));
    return states.all(name).stream()
        .filter(after -> !after.state().equals(before.get(after.state().key())))
        .map(after -> difference(before.get(after.state().key()), after))
        .toList();
  }

  private static Difference difference(
      @org.jspecify.annotations.Nullable FlagState before, StoredState after) {
    return new Difference(
        after.state().key(),
        before == null ? NOT_THERE : words(before),
        words(after.state()),
        after.changedBy().equals(BranchFlags.BRANCH));
  }

  private static String words(FlagState state) {
    List<Rule> rules = state.rules().stream().filter(rule -> rule.share() > 0).toList();
    if (!state.enabled() || rules.isEmpty()) {
      return "off";
    }
    Rule first = rules.getFirst();
    boolean all = first.segment() == null && first.conditions().isEmpty();
    if (rules.size() > 1 || !all) {
      return "by rules";
    }
    String served =
        first.serve().stream().map(Weighted::variant).collect(Collectors.joining(" or "));
    return first.share() == FlagDocument.EVERYBODY
        ? served
        : String.format(Locale.ROOT, "%s for %s %%", served, percent(first.share()));
  }

  private static String percent(int share) {
    return java.math.BigDecimal.valueOf(share, 2).stripTrailingZeros().toPlainString();
  }
}
