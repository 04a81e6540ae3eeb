package com.alexandrite.console.release;

import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults on purpose: switched on in the service-kit, in the pods of one revision only. */
final class Drills {
  private static final String VARIABLE = "ALEXANDRITE_DRILL";
  private static final List<String> KNOWN = List.of("errors", "latency");

  private Drills() {}

  static void check(@Nullable String drill) {
    if (drill != null && !KNOWN.contains(drill)) {
      throw new Refused(
          Kind.INVALID,
          "drill-unknown",
          "There is no drill " + drill + ".",
          "Use one of " + KNOWN + ".");
    }
  }

  static @Nullable String of(RolloutState state) {
    return state.rollout().spec().template().container().env().get(VARIABLE);
  }

  static PodTemplate with(PodTemplate template, @Nullable String drill) {
    PodTemplate plain = without(template);
    return drill == null ? plain : plain.withEnvironment(VARIABLE, drill);
  }

  static PodTemplate without(PodTemplate template) {
    return template.withoutEnvironment(VARIABLE);
  }
}
