package com.alexandrite.perf.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.togglz.core.Feature;
import org.togglz.core.activation.GradualActivationStrategy;
import org.togglz.core.manager.FeatureManager;
import org.togglz.core.manager.FeatureManagerBuilder;
import org.togglz.core.repository.FeatureState;
import org.togglz.core.repository.mem.InMemoryStateRepository;
import org.togglz.core.user.FeatureUser;
import org.togglz.core.user.SimpleFeatureUser;

/** Togglz with its own strategy and its state in memory; a feature of it has no rules in a row. */
@State(Scope.Thread)
public class TogglzBenchmark extends OneCall {
  private enum Question implements Feature {
    OFF,
    EVERYBODY,
    TENTH
  }

  private final People<FeatureUser> people =
      new People<>(person -> new SimpleFeatureUser(person.id(), false));
  private final FeatureManager manager;

  /** A manager that knows a state for each question. */
  public TogglzBenchmark() {
    InMemoryStateRepository states = new InMemoryStateRepository();
    states.setFeatureState(new FeatureState(Question.OFF, false));
    states.setFeatureState(new FeatureState(Question.EVERYBODY, true));
    states.setFeatureState(
        new FeatureState(Question.TENTH, true)
            .setStrategyId(GradualActivationStrategy.ID)
            .setParameter(GradualActivationStrategy.PARAM_PERCENTAGE, "10"));
    manager =
        FeatureManagerBuilder.begin()
            .featureEnum(Question.class)
            .stateRepository(states)
            .userProvider(people::next)
            .build();
  }

  /** Switched off. */
  @Benchmark
  public boolean off() {
    return manager.isActive(Question.OFF);
  }

  /** On for everybody. */
  @Benchmark
  public boolean everybody() {
    return manager.isActive(Question.EVERYBODY);
  }

  /** On for 10 %. */
  @Benchmark
  public boolean tenth() {
    return manager.isActive(Question.TENTH);
  }
}
