package com.alexandrite.kit.flags;

import com.alexandrite.flags.Decision;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.LiveFlags;

/** The flags that services ask: the live ones, with a note of what a growing flag answered. */
final class NotedFlags implements Flags {

  private final LiveFlags live;
  private final GrowingFlags growing;

  NotedFlags(LiveFlags live, GrowingFlags growing) {
    this.live = live;
    this.growing = growing;
  }

  @Override
  public boolean isOn(Flag<Boolean> flag, EvaluationContext context) {
    return value(flag, context);
  }

  @Override
  public <T> T value(Flag<T> flag, EvaluationContext context) {
    T value = live.value(flag, context);
    if (growing.isGrowing(flag)) {
      growing.note(flag, value);
    }
    return value;
  }

  @Override
  public <T> Decision<T> decide(Flag<T> flag, EvaluationContext context) {
    return live.decide(flag, context);
  }
}
