package com.alexandrite.preview;

import java.io.Serial;

/** A preview cannot be made from what its branch contains; another push may mend it. */
public final class PreviewFailure extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** With what is wrong and what to do. */
  public PreviewFailure(Problem problem) {
    super(problem.what());
    this.problem = problem;
  }

  /** What is wrong and what to do. */
  public Problem problem() {
    return problem;
  }
}
