package com.alexandrite.preview.life;

/** What comes next for one preview. */
sealed interface Step {

  /** Everything it has goes. */
  record Remove(String why) implements Step {}

  /** This revision is built and gets its place; an earlier one goes on serving meanwhile. */
  record Update(String revision) implements Step {}

  /** Its data begin anew. */
  record Reset() implements Step {}

  /** Its processes stop. */
  record Sleep(String why) implements Step {}

  /** It waits for memory, as the {@code place}-th in the line. */
  record Queue(int place) implements Step {}

  /** Its processes run, or start. */
  record Run() implements Step {}

  /** Nothing runs and nothing is to do. */
  record Rest() implements Step {}
}
