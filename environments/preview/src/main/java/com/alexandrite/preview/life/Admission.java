package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may hold memory: those that run keep it, those that wait get it in the order in which they
 * came. Nobody overtakes, so that a large preview is not kept waiting by small ones for ever.
 */
final class Admission {

  private final PreviewLimits limits;

  Admission(PreviewLimits limits) {
    this.limits = limits;
  }

  /**
   * The line.
   *
   * @param places place of each preview that must wait; those that may run are absent
   * @param usedBytes what the admitted ones are expected to hold
   */
  record Line(Map<PreviewName, Integer> places, long usedBytes) {
    int placeOf(PreviewName name) {
      return places.getOrDefault(name, 0);
    }
  }

  /**
   * Lines them up.
   *
   * @param awake all previews whose processes run or shall run
   */
  Line line(Collection<Preview> awake) {
    List<Preview> ordered = new ArrayList<>(awake);
    ordered.sort(
        Comparator.comparing((Preview preview) -> preview.queuedSince() != null)
            .thenComparing(Admission::since)
            .thenComparing(Preview::name));
    long used = 0;
    Map<PreviewName, Integer> places = new HashMap<>();
    for (Preview preview : ordered) {
      long needed = bytes(preview);
      boolean waits = preview.queuedSince() != null;
      if (waits && (!places.isEmpty() || used + needed > limits.memoryBytes())) {
        places.put(preview.name(), places.size() + 1);
      } else {
        used += needed;
      }
    }
    return new Line(places, used);
  }

  /** Whether there is memory for it at all, if it had everything for itself. */
  boolean canEverRun(Preview preview) {
    return bytes(preview) <= limits.memoryBytes();
  }

  /** Who shall sleep so that the first in the line can run: the one that is idle the longest. */
  Optional<PreviewName> yields(Collection<Preview> awake, Line line, Instant now) {
    if (line.places().isEmpty()) {
      return Optional.empty();
    }
    return awake.stream()
        .filter(preview -> preview.queuedSince() == null && !preview.pinned())
        .filter(preview -> preview.served() != null && preview.awakening() == null)
        .filter(preview -> !preview.lastUsedAt().plus(limits.yieldAfter()).isAfter(now))
        .min(Comparator.comparing(Preview::lastUsedAt))
        .map(Preview::name);
  }

  /** One that is not built yet is expected to start one service. */
  private long bytes(Preview preview) {
    return Math.max(1, preview.running().size()) * limits.bytesPerService();
  }

  private static Instant since(Preview preview) {
    Instant queued = preview.queuedSince();
    return queued == null ? preview.createdAt() : queued;
  }
}
