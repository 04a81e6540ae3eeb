package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.Measuring;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import com.alexandrite.rollouts.engine.port.TrafficRouter;
import com.alexandrite.rollouts.engine.port.Workload;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives rollouts: observe, decide, save, act, and again until nothing changes.
 *
 * <p>A decision is saved before it is carried out. An action that failed, or that a crash may have
 * swallowed, is repeated with everything else that the state says before anything new is decided.
 * Safe for use by several threads.
 */
public final class RolloutController {

  /** A rollout that changes for ever is a defect; the next call goes on where this one ended. */
  private static final int ROUNDS_AT_ONCE = 100;

  private static final Logger LOG = LoggerFactory.getLogger(RolloutController.class);

  private final RolloutStore store;
  private final AnalysisRuns analysisRuns;
  private final RolloutReconciler reconciler;
  private final InstantSource clock;
  private final RolloutListener listener;
  private final Effects effects;
  private final Idleness idleness = new Idleness();
  private final Retries retries = new Retries();
  private final ReentrantLock lock = new ReentrantLock();

  /** A controller of all rollouts in the store that measures while it looks at a rollout. */
  public RolloutController(
      RolloutStore store,
      Workload workload,
      TrafficRouter router,
      MetricProvider metrics,
      InstantSource clock,
      RolloutListener listener) {
    this(store, workload, router, Measuring.atOnce(metrics, clock), clock, listener);
  }

  /**
   * A controller of all rollouts in the store.
   *
   * @param measuring if it measures beside the controller, it makes sure that {@link #run} is
   *     called when it is done
   */
  public RolloutController(
      RolloutStore store,
      Workload workload,
      TrafficRouter router,
      Measuring measuring,
      InstantSource clock,
      RolloutListener listener) {
    this.store = store;
    this.effects = new Effects(workload, router);
    this.analysisRuns = new TemplateAnalysisRuns(measuring, clock);
    this.reconciler = new RolloutReconciler(analysisRuns);
    this.clock = clock;
    this.listener = listener;
  }

  /** Applies a rollout for the first time. */
  public void create(RolloutState state) {
    locked(() -> {
      store.save(state);
      return state;
    });
  }

  /**
   * Lets somebody change a rollout, for example with one of {@link RolloutOperations}; call {@link
   * #run} after it.
   *
   * @return the changed state; empty if there is no such rollout
   */
  public Optional<RolloutState> change(String rollout, UnaryOperator<RolloutState> operation) {
    return locked(() -> {
      Optional<RolloutState> changed = store.load(rollout).map(operation);
      changed.ifPresent(store::save);
      return changed;
    });
  }

  /** The rollout as last saved. */
  public Optional<RolloutState> state(String rollout) {
    return store.load(rollout);
  }

  /**
   * Something outside may have forgotten what it was told, for example a router that was restarted:
   * the next run tells everything again before it decides anything.
   */
  public void repeatEffects(String rollout) {
    locked(() -> effects.forget(rollout));
  }

  /**
   * Carries a rollout as far as it goes now. Cheap when nothing happened since the last call.
   *
   * @return when to call again at the latest, whatever happens meanwhile; empty = when something
   *     happened
   */
  public Optional<Instant> run(String rollout) {
    return locked(() -> store.load(rollout).flatMap(state -> run(rollout, state)));
  }

  private Optional<Instant> run(String rollout, RolloutState saved) {
    RolloutState state = saved;
    for (int i = 0; i < ROUNDS_AT_ONCE; i++) {
      Round round = round(rollout, state);
      if (round.ended()) {
        return Optional.ofNullable(round.wakeAt());
      }
      state = round.state();
    }
    LOG.atWarn().addKeyValue("rollout", rollout).log("rollout does not settle, going on later");
    return Optional.of(retries.failed(rollout, clock.instant()));
  }

  /** What a round came to; the rounds end where nothing changes or something failed. */
  private record Round(RolloutState state, boolean ended, @Nullable Instant wakeAt) {}

  /** Measure, observe, decide, save, act. */
  private Round round(String rollout, RolloutState before) {
    Instant now = clock.instant();
    AnalysisRuns.Advance advanced = analysisRuns.advance(before, now);
    RolloutState state = advanced.state();
    Instant nextTry = retries.next(rollout, now);
    boolean told = nextTry != null || effects.assured(rollout, state);
    Map<String, ReplicaCounts> pods = effects.pods(rollout);
    if (!told) {
      saveIfChanged(before, state);
      return failed(rollout, state, pods, advanced.next());
    }
    if (nextTry != null && !idleness.goesOn(state, pods, now)) {
      retries.happened(rollout);
      idleness.settled(state, pods, nextTry);
    }
    if (idleness.goesOn(state, pods, now)) {
      saveIfChanged(before, state);
      Instant wakeAt = earlier(advanced.next(), idleness.wakeAt(rollout));
      return new Round(state, state.equals(before), wakeAt);
    }
    ReconcileResult result =
        reconciler.reconcile(state, effects.observed(state, pods), clock.instant());
    saveIfChanged(before, result.state());
    boolean acted = effects.perform(rollout, result.actions());
    result.events().forEach(event -> listener.happened(result.state(), event));
    if (!acted || result.retry()) {
      return failed(rollout, result.state(), pods, advanced.next());
    }
    retries.succeeded(rollout);
    boolean settled = result.settled(before);
    if (settled) {
      idleness.settled(result.state(), pods, result.wakeAt());
    }
    return new Round(result.state(), settled, earlier(advanced.next(), result.wakeAt()));
  }

  private Round failed(
      String rollout, RolloutState state, Map<String, ReplicaCounts> pods, @Nullable Instant next) {
    Instant again = retries.failed(rollout, clock.instant());
    idleness.settled(state, pods, again);
    return new Round(state, true, earlier(again, next));
  }

  private void saveIfChanged(RolloutState before, RolloutState after) {
    if (!after.equals(before)) {
      store.save(after);
    }
  }

  private static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.isBefore(right) ? left : right;
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
