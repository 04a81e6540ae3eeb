package com.alexandrite.rollouts.engine.safeguard;

import com.alexandrite.rollouts.engine.model.RolloutSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rollout asks for beyond Argo.
 *
 * @param hold what to do without metric data; null = as Argo does
 * @param freezes when not to go on; empty = always
 * @param bake how to watch a new stable; null = not at all
 */
public record Safeguards(
    @Nullable HoldPolicy hold, List<FreezeWindow> freezes, @Nullable BakePolicy bake) {

  /** What all our annotations begin with. */
  public static final String PREFIX = "alexandrite.dev/";

  public static final String ON_NO_DATA = PREFIX + "on-no-data";
  public static final String HOLD_AT_MOST = PREFIX + "hold-at-most";
  public static final String AFTER_HOLD = PREFIX + "after-hold";
  public static final String FREEZE = PREFIX + "freeze";
  public static final String BAKE = PREFIX + "bake";
  public static final String BAKE_ANALYSIS = PREFIX + "bake-analysis";
  public static final String BAKE_ARGS = PREFIX + "bake-args";
  public static final String CONFIG_REVISIONS = PREFIX + "config-revisions";

  /** As Argo. */
  public static final Safeguards NONE = new Safeguards(null, List.of(), null);

  public Safeguards {
    freezes = List.copyOf(freezes);
  }

  /** What these annotations say; a mistake counts as if it were not written. */
  public static Safeguards of(Map<String, String> annotations) {
    return asked(annotations) ? new SafeguardReader(annotations, new ArrayList<>()).read() : NONE;
  }

  /** Everything that is wrong with the annotations, by their names. */
  public static List<Mistake> check(Map<String, String> annotations, RolloutSpec spec) {
    List<Mistake> problems = new ArrayList<>();
    if (asked(annotations)) {
      SafeguardReader reader = new SafeguardReader(annotations, problems);
      reader.unknown();
      SafeguardRules.check(reader.read(), spec, problems);
    }
    return problems;
  }

  private static boolean asked(Map<String, String> annotations) {
    boolean asked = false;
    for (String name : annotations.keySet()) {
      asked |= name.startsWith(PREFIX);
    }
    return asked;
  }
}
