package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import com.alexandrite.rollouts.engine.port.TrafficRouter;
import com.alexandrite.rollouts.engine.port.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /**
   * A pass that would repeat itself for ever is a defect; the next call goes on where this one
   * ended.
   */
  private static final int PASSES_AT_ONCE = 100;

  private static final Duration FIRST_RETRY = Duration.ofMillis(100);
  private static final Duration LAST_RETRY = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(RolloutController.class);

  private final RolloutStore store;
  private final Workload workload;
  private final TrafficRouter router;
  private final AnalysisRuns analysisRuns;
  private final RolloutReconciler reconciler;
  private final InstantSource clock;
  private final RolloutListener listener;
  private final Map<String, Effects> effects = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * A controller of all rollouts in the store.
   *
   * @param metrics may block: user operations wait as long as one round of measurements takes
   */
  public RolloutController(
      RolloutStore store,
      Workload workload,
      TrafficRouter router,
      MetricProvider metrics,
      InstantSource clock,
      RolloutListener listener) {
    this(store, workload, router, new TemplateAnalysisRuns(metrics), clock, listener);
  }

  RolloutController(
      RolloutStore store,
      Workload workload,
      TrafficRouter router,
      AnalysisRuns analysisRuns,
      InstantSource clock,
      RolloutListener listener) {
    this.store = store;
    this.workload = workload;
    this.router = router;
    this.analysisRuns = analysisRuns;
    this.reconciler = new RolloutReconciler(analysisRuns);
    this.clock = clock;
    this.listener = listener;
  }

  /** Whether the world is known to be as the state says, and how often that failed in a row. */
  private record Effects(boolean done, int failures) {

    static final Effects UNKNOWN = new Effects(false, 0);
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
   * Carries a rollout as far as it goes now.
   *
   * @return when to call again at the latest, whatever happens meanwhile; empty = when something
   *     happened
   */
  public Optional<Instant> run(String rollout) {
    return locked(() -> runLocked(rollout));
  }

  private Optional<Instant> runLocked(String rollout) {
    RolloutState state = store.load(rollout).orElse(null);
    if (state == null) {
      return Optional.empty();
    }
    if (!effects.getOrDefault(rollout, Effects.UNKNOWN).done()
        && !perform(rollout, Splits.effectsOf(state))) {
      return Optional.of(retryAt(rollout));
    }
    for (int pass = 0; pass < PASSES_AT_ONCE; pass++) {
      Round done = round(rollout, state);
      if (done.failed()) {
        return Optional.of(retryAt(rollout));
      }
      if (done.settled()) {
        return Optional.ofNullable(done.wakeAt());
      }
      state = done.state();
    }
    LOG.atWarn().addKeyValue("rollout", rollout).log("rollout does not settle, going on later");
    return Optional.of(clock.instant().plus(FIRST_RETRY));
  }

  private record Round(
      RolloutState state, boolean settled, boolean failed, @Nullable Instant wakeAt) {}

  /** One round: measure, observe, decide, save, act. */
  private Round round(String rollout, RolloutState before) {
    Instant now = clock.instant();
    AnalysisRuns.Advance advanced = analysisRuns.advance(before, now);
    ReconcileResult result =
        reconciler.reconcile(advanced.state(), observe(advanced.state()), clock.instant());
    boolean settled = result.settled(before);
    if (!settled) {
      store.save(result.state());
    }
    boolean acted = perform(rollout, result.actions());
    result.events().forEach(event -> listener.happened(result.state(), event));
    return new Round(result.state(), settled, !acted, earlier(advanced.next(), result.wakeAt()));
  }

  private Observation observe(RolloutState state) {
    Boolean verified = Splits.of(state).map(router::verify).orElse(null);
    return new Observation(workload.observe(state.rollout().name()), verified);
  }

  private boolean perform(String rollout, List<Action> actions) {
    try {
      actions.forEach(action -> action.perform(rollout, workload, router));
      effects.put(rollout, new Effects(true, 0));
      return true;
    } catch (RuntimeException failure) {
      int failures = effects.getOrDefault(rollout, Effects.UNKNOWN).failures() + 1;
      effects.put(rollout, new Effects(false, failures));
      LOG.atWarn()
          .addKeyValue("rollout", rollout)
          .setCause(failure)
          .log("an action failed and will be repeated");
      return false;
    }
  }

  private Instant retryAt(String rollout) {
    int failures = Objects.requireNonNull(effects.get(rollout)).failures();
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10));
    return clock.instant().plus(wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY);
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
