package com.alexandrite.preview;

/** Whose version of a service runs in a preview. */
public enum Origin {
  /** Built from the branch. */
  BRANCH,
  /** The version that is live in the baseline, in the preview's own space. */
  BASELINE
}
