package com.alexandrite.flags;

/**
 * The facade that code asks. Answers from memory, never blocks, never throws: when everything is
 * away, each flag has its declared fallback; so has a flag that the process's catalogue does not
 * hold.
 */
public interface Flags {

  /** Whether a flag is on. At most 100 ns, without allocation. */
  boolean isOn(Flag<Boolean> flag, EvaluationContext context);

  /** The value of a flag's variant. */
  <T> T value(Flag<T> flag, EvaluationContext context);

  /** The answer with its reason. */
  <T> Decision<T> decide(Flag<T> flag, EvaluationContext context);
}
