package com.alexandrite.preview.life;

import com.alexandrite.preview.Problem;

/** What the branches of a preview mean now. */
sealed interface Heads {

  /** One revision: the branch's, or the merge of several. */
  record At(String revision) implements Heads {}

  /** A branch is no longer there. */
  record Gone(String branch) implements Heads {}

  /** They cannot be put together; {@code key} changes when any of them moves. */
  record Broken(String key, Problem problem) implements Heads {}
}
