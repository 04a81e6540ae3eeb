package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import com.alexandrite.rollouts.engine.port.TrafficRouter;
import com.alexandrite.rollouts.engine.port.Workload;
import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The calls by which an engine touches the world. Each is two transitions, just before it and just
 * after it; the engine can be killed at one of them, as {@code kill -9} would: what was saved and
 * done stays, all else is forgotten.
 */
public final class Transitions {

  /** Nobody is killed. */
  static final Transitions UNTOUCHED = new Transitions(-1);

  private final long fatal;
  private long count;

  private Transitions(long fatal) {
    this.fatal = fatal;
  }

  /** Counts them. */
  public static Transitions counted() {
    return new Transitions(-1);
  }

  /** Kills the engine at the transition of this number, once; they are counted from 0. */
  public static Transitions killedAt(long number) {
    return new Transitions(number);
  }

  /** How many there were. */
  public long count() {
    return count;
  }

  /** The engine is dead: no code of its own may catch this. */
  static final class Killed extends Error {
    @Serial private static final long serialVersionUID = 1;
  }

  RolloutStore around(RolloutStore store) {
    return around(RolloutStore.class, store);
  }

  Workload around(Workload workload) {
    return around(Workload.class, workload);
  }

  TrafficRouter around(TrafficRouter router) {
    return around(TrafficRouter.class, router);
  }

  MetricProvider around(MetricProvider metrics) {
    return around(MetricProvider.class, metrics);
  }

  private <T> T around(Class<T> port, T real) {
    if (this == UNTOUCHED) {
      return real;
    }
    Object guarded =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              reached();
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                reached();
              }
            });
    return port.cast(guarded);
  }

  private void reached() {
    if (count++ == fatal) {
      throw new Killed();
    }
  }
}
