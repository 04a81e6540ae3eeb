package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.AnalysisRun.Kind;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.SafeguardStatus;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Bake;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Undo;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Creation;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Order;
import com.alexandrite.rollouts.engine.safeguard.BakeAnalysis;
import com.alexandrite.rollouts.engine.safeguard.BakePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches a new stable for its bake time, while the revision before it stays up, and goes back to
 * that one if the analysis fails. An analysis that ends without a verdict undoes nothing: the
 * customers are on the new version already, and nothing says that the old one is better.
 */
final class PostPromotionGuard {

  /** An analysis that passes before the bake time is over is made again, this much later. */
  private static final Duration BETWEEN_RUNS = Duration.ofSeconds(10);

  private final Pass pass;
  private final AnalysisRunFactory factory;

  PostPromotionGuard(Pass pass, AnalysisRunFactory factory) {
    this.pass = pass;
    this.factory = factory;
  }

  /** What the safeguards know when this revision becomes stable: the watch begins, or nothing. */
  static SafeguardStatus promoted(Pass pass) {
    BakePolicy policy = pass.safeguards().bake();
    ReplicaSet previous = pass.state.replicaSet(pass.old().stableRS()).orElse(null);
    Revision desired = pass.desired();
    boolean forward =
        desired != null
            && previous != null
            && !desired.set().createdAt().isBefore(previous.createdAt());
    if (policy == null || desired == null || previous == null || !forward) {
      return pass.old().safeguards().cleared().withUndo(undo(pass));
    }
    Bake bake =
        new Bake(
            pass.storedNow(),
            pass.storedNow().plus(policy.time()),
            desired.hash(),
            previous.hash(),
            "");
    pass.tell(
        "BakeBegan", "Revision " + desired.set().revision() + " is watched until " + bake.until());
    return pass.old().safeguards().cleared().withBake(bake);
  }

  /** What is still true of the safeguards when an update begins. */
  static SafeguardStatus updated(Pass pass) {
    return pass.old().safeguards().cleared().withUndo(undo(pass));
  }

  /** The undo that wants what the spec wants; null if none does. */
  static @Nullable Undo undo(Pass pass) {
    Undo undo = pass.old().safeguards().undo();
    return undo != null && undo.toHash().equals(pass.desiredHash()) ? undo : null;
  }

  /** Whether this run belongs to the watch, so that the update's own analysis leaves it alone. */
  static boolean watches(Pass pass, AnalysisRun run) {
    Bake bake = pass.status.safeguards.bake();
    return bake != null && bake.run().equals(run.name());
  }

  /** Whether this revision must stay up, because it may be needed again at once. */
  static boolean keeps(Pass pass, String hash) {
    Bake bake = pass.status.safeguards.bake();
    return bake != null && bake.previousHash().equals(hash);
  }

  /** Begins, heeds and ends the watch. */
  void watch() {
    Bake bake = pass.old().safeguards().bake();
    if (bake == null) {
      return;
    }
    BakePolicy policy = pass.safeguards().bake();
    if (policy == null || !pass.rollout().fullyPromoted()) {
      record(null);
    } else if (bake.run().isEmpty()) {
      create(bake, policy);
    } else {
      heed(bake, policy, named(bake.run()));
    }
  }

  private void create(Bake bake, BakePolicy policy) {
    Revision watched = pass.desired();
    if (watched == null) {
      return;
    }
    Order order =
        new Order(
            pass.state,
            BakeAnalysis.of(policy, pass.canary(), pass.state.templates()),
            Kind.BAKE,
            null,
            watched.set(),
            pass.state.replicaSet(bake.previousHash()).orElse(null),
            pass.storedNow());
    switch (factory.create(order)) {
      case Creation.Created(AnalysisRun run) -> {
        List<AnalysisRun> all = new ArrayList<>(pass.state.analysisRuns());
        // The newest look counts; the others all passed.
        all.removeIf(earlier -> earlier.name().equals(run.name()));
        all.add(run);
        pass.state = pass.state.withAnalysisRuns(all);
        record(bake.judgedBy(run.name()));
        pass.wake(bake.until());
      }
      case Creation.Refused(String why) -> overWithoutVerdict(why);
    }
  }

  private void heed(Bake bake, BakePolicy policy, @Nullable AnalysisRun run) {
    if (run == null) {
      overWithoutVerdict("its analysis run is gone");
      return;
    }
    switch (run.phase()) {
      case FAILED -> undo(bake, run.state().message());
      case ERROR, INCONCLUSIVE -> overWithoutVerdict(run.state().message());
      case NOT_STARTED, PENDING, RUNNING -> endInTime(bake, run);
      case SUCCESSFUL -> lookAgain(bake, policy, run);
    }
  }

  private void lookAgain(Bake bake, BakePolicy policy, AnalysisRun passed) {
    Instant completed = passed.state().completedAt();
    Instant next = (completed == null ? pass.now() : completed).plus(BETWEEN_RUNS);
    if (!next.isBefore(bake.until())) {
      endInTime(bake, passed);
    } else if (next.isAfter(pass.now())) {
      pass.wake(next);
    } else {
      create(bake, policy);
    }
  }

  private void endInTime(Bake bake, AnalysisRun run) {
    if (bake.until().isAfter(pass.now())) {
      pass.wake(bake.until());
      return;
    }
    if (NoData.silent(run).findAny().isPresent()) {
      overWithoutVerdict("there was no metric data at its end");
      return;
    }
    record(null);
    pass.tell("BakeEnded", "Revision " + pass.rollout().revision() + " has proved itself");
  }

  private void overWithoutVerdict(String why) {
    record(null);
    pass.warn("BakeEnded", "The watch ends without a verdict: " + why);
  }

  private void undo(Bake bake, String why) {
    ReplicaSet previous = pass.state.replicaSet(bake.previousHash()).orElse(null);
    if (previous == null) {
      overWithoutVerdict("there is no earlier revision to go back to, though: " + why);
      return;
    }
    pass.warn(
        "PostPromotionUndo",
        "Revision %d failed after its promotion, back to revision %d: %s"
            .formatted(pass.rollout().revision(), previous.revision(), why));
    pass.state =
        SafeguardOperations.undoAtOnce(
            pass.state, bake.previousHash(), why, null, pass.storedNow());
    pass.status.safeguards = pass.state.rollout().status().safeguards();
  }

  private void record(@Nullable Bake bake) {
    pass.status.safeguards = pass.status.safeguards.withBake(bake);
  }

  private @Nullable AnalysisRun named(String name) {
    return pass.state.analysisRuns().stream()
        .filter(run -> run.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
