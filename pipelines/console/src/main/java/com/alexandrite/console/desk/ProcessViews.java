package com.alexandrite.console.desk;

import com.alexandrite.console.loop.Sighting;
import com.alexandrite.console.view.PodView;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.local.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The processes as the last pass saw them, newest revision first. */
final class ProcessViews {
  private ProcessViews() {}

  static List<PodView> of(RolloutState state, Sighting seen) {
    return seen.pods().stream()
        .map(pod -> view(state, pod))
        .sorted(
            Comparator.comparing(PodView::revision, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(PodView::name))
        .toList();
  }

  private static PodView view(RolloutState state, Pod pod) {
    String phase = pod.phase().name();
    return new PodView(
        pod.name(),
        revision(state, pod.hash()),
        phase.charAt(0) + phase.substring(1).toLowerCase(Locale.ROOT),
        pod.ready(),
        null,
        pod.createdAt(),
        "");
  }

  private static @Nullable Integer revision(RolloutState state, String hash) {
    return state.replicaSet(hash).map(ReplicaSet::revision).orElse(null);
  }
}
