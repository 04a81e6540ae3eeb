package com.alexandrite.preview.build;

import java.time.Duration;

/** Is told how a build goes on, at least every second while Maven works. */
public interface BuildProgress {

  /** What a build does. */
  enum Step {
    /** Another preview is being built. */
    WAITING,
    /** The revision's files are put into the work tree. */
    SOURCES,
    /** Maven builds. */
    COMPILING,
    /** A version gets its start-up cache. */
    TRAINING
  }

  /**
   * Where it stands.
   *
   * @param soFar time since the build began
   * @param detail the module or service at hand; empty when there is none
   */
  void at(Step step, Duration soFar, String detail);
}
