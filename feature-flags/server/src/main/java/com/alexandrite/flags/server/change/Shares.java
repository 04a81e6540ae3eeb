package com.alexandrite.flags.server.change;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import java.util.ArrayList;
import java.util.List;

/** The percentage of a flag: the share of its last rule without segment and conditions. */
public final class Shares {
  private Shares() {}

  /** Place of that rule; -1 when there is none. */
  public static int ruleForAll(List<Rule> rules) {
    for (int at = rules.size() - 1; at >= 0; at--) {
      Rule rule = rules.get(at);
      if (rule.segment() == null && rule.conditions().isEmpty()) {
        return at;
      }
    }
    return -1;
  }

  /** Hundredths of a percent of all units; 0 while it is switched off. */
  public static int of(FlagState state) {
    int at = ruleForAll(state.rules());
    return state.enabled() && at >= 0 ? state.rules().get(at).share() : 0;
  }

  /**
   * Whether a change only takes the flag away from people: it is off afterwards, or its percentage
   * has become 0 and all else is as it was.
   */
  static boolean onlyTakesAway(FlagState before, FlagState after) {
    if (!after.enabled()) {
      return true;
    }
    int at = ruleForAll(after.rules());
    if (at < 0 || after.rules().get(at).share() > 0 || ruleForAll(before.rules()) != at) {
      return false;
    }
    List<Rule> as = new ArrayList<>(after.rules());
    as.set(at, before.rules().get(at));
    return before.enabled() && before.rules().equals(as) && before.salt().equals(after.salt());
  }
}
