package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Freeze;
import com.alexandrite.rollouts.engine.safeguard.FreezeWindow;
import com.alexandrite.rollouts.engine.safeguard.FreezeWindow.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a rollout from going further than its freeze windows allow. It never goes back for a
 * window, and a window never stops a way back.
 */
final class FreezeGate {

  /** Windows that follow each other without a gap make one; so many of them make no end. */
  private static final int WINDOWS_IN_A_ROW = 100;

  private final Pass pass;
  private final StepCursor unlimited;

  FreezeGate(Pass pass) {
    this.pass = pass;
    this.unlimited = new StepCursor(pass.canary(), pass.old());
  }

  /** The highest weight that the windows allow now; never below what the canary has. */
  int weightLimit() {
    return active()
        ? windows().stream().mapToInt(this::limit).min().orElse(StepCursor.NO_LIMIT)
        : StepCursor.NO_LIMIT;
  }

  private int limit(FreezeWindow window) {
    return window.end(pass.now()).isPresent() && window.scope() instanceof Scope.AboveWeight above
        ? Math.max(above.weight(), reached())
        : StepCursor.NO_LIMIT;
  }

  private int reached() {
    return Math.max(pass.old().canaryWeight(), unlimited.previousSetWeight());
  }

  /**
   * Begins, keeps or ends the freeze; tells whether the rollout must not go on.
   *
   * @param stepDone whether the current step would be left now
   */
  boolean stops(boolean stepDone) {
    Optional<FreezeWindow> stopping =
        active()
            ? windows().stream().filter(it -> stops(it, stepDone)).findFirst()
            : Optional.empty();
    Freeze before = pass.old().safeguards().freeze();
    if (stopping.isEmpty()) {
      if (before != null && !overridden(before)) {
        end();
      }
      return false;
    }
    begin(new Freeze(end(stepDone), stopping.get().text(), false), before);
    return true;
  }

  private boolean stops(FreezeWindow window, boolean stepDone) {
    return window.end(pass.now()).isPresent() && reaches(window, stepDone);
  }

  /** Whether the window is about what the rollout would do next. */
  private boolean reaches(FreezeWindow window, boolean stepDone) {
    Integer index = unlimited.index();
    return switch (window.scope()) {
      case Scope.FromStep(int step) -> stepDone && index != null && index + 1 >= step;
      case Scope.AboveWeight(int weight) -> {
        int limit = Math.max(weight, reached());
        yield unlimited.setWeight() > limit || (stepDone && unlimited.nextSetWeight() > limit);
      }
    };
  }

  /** When the windows that stop the rollout now are over, with those that follow at once. */
  private Instant end(boolean stepDone) {
    List<FreezeWindow> all = windows().stream().filter(it -> reaches(it, stepDone)).toList();
    Instant end = pass.now();
    for (int i = 0; i < WINDOWS_IN_A_ROW; i++) {
      Instant from = end;
      Optional<Instant> later =
          all.stream().flatMap(it -> it.end(from).stream()).max(Comparator.naturalOrder());
      if (later.isEmpty()) {
        break;
      }
      end = later.get();
    }
    return end;
  }

  private void begin(Freeze freeze, @Nullable Freeze before) {
    pass.pauses.add(PauseCondition.FREEZE_WINDOW);
    pass.wake(freeze.until());
    record(freeze);
    if (before == null || before.overridden()) {
      pass.tell(
          PauseCondition.FREEZE_WINDOW,
          "Rollout waits until " + freeze.until() + " (" + freeze.window() + ")");
    }
  }

  private void end() {
    pass.pauses.remove(PauseCondition.FREEZE_WINDOW);
    record(null);
  }

  private void record(@Nullable Freeze freeze) {
    pass.status.safeguards = pass.status.safeguards.withFreeze(freeze);
  }

  private List<FreezeWindow> windows() {
    return pass.safeguards().freezes();
  }

  private boolean active() {
    return !windows().isEmpty()
        && updating()
        && !goingBack()
        && !overridden(pass.old().safeguards().freeze());
  }

  private boolean updating() {
    return !pass.rollout().fullyPromoted()
        && !pass.old().stableRS().isEmpty()
        && !pass.pauses.aborted()
        && !pass.old().promoteFull();
  }

  /** A revision that is older than stable is wanted because stable is not. */
  private boolean goingBack() {
    Revision desired = pass.desired();
    Revision stable = pass.stable();
    return desired != null
        && stable != null
        && desired.set().createdAt().isBefore(stable.set().createdAt());
  }

  private boolean overridden(@Nullable Freeze freeze) {
    return freeze != null && freeze.overridden() && pass.now().isBefore(freeze.until());
  }
}
