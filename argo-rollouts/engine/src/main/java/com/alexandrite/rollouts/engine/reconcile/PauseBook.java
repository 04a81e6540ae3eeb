package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a pass says about pauses and the abort; at its end they are folded into the status.
 */
final class PauseBook {

  private final RolloutStatus old;
  private final Instant now;
  private final Set<String> added = new HashSet<>();
  private final Set<String> removed = new HashSet<>();
  private boolean cleared;
  private boolean abortRemoved;
  private @Nullable String abortMessage;

  PauseBook(RolloutStatus old, Instant now) {
    this.old = old;
    this.now = now;
  }

  void add(String reason) {
    added.add(reason);
  }

  void remove(String reason) {
    removed.add(reason);
  }

  void clear() {
    cleared = true;
  }

  void abort(String message) {
    abortMessage = message;
  }

  void removeAbort() {
    abortRemoved = true;
  }

  boolean pausing() {
    return !added.isEmpty();
  }

  /** Whether this pass aborts. */
  boolean aborting() {
    return abortMessage != null;
  }

  boolean aborted() {
    return !abortRemoved && (abortMessage != null || old.abort());
  }

  /** Why this pass aborts; empty if it does not. */
  String abortMessage() {
    return abortMessage == null ? "" : abortMessage;
  }

  /** Folds everything into the status: an abort ends all pauses. */
  void applyTo(StatusDraft status) {
    status.pauses(List.of(), false);
    status.abort = abortMessage != null || (!abortRemoved && old.abort());
    status.abortedAt = status.abort ? (old.abortedAt() == null ? now : old.abortedAt()) : null;
    if (!status.abort && !cleared) {
      applyPauses(status);
    }
  }

  private void applyPauses(StatusDraft status) {
    List<PauseCondition> conditions = new ArrayList<>();
    boolean controllerPause = old.controllerPause();
    Set<String> known = new HashSet<>();
    for (PauseCondition condition : old.pauseConditions()) {
      known.add(condition.reason());
      if (!removed.contains(condition.reason())) {
        conditions.add(condition);
      }
    }
    for (String reason : added) {
      if (known.add(reason)) {
        conditions.add(new PauseCondition(reason, now));
        controllerPause = true;
      }
    }
    if (!conditions.isEmpty()) {
      status.pauses(conditions, controllerPause);
    }
  }
}
