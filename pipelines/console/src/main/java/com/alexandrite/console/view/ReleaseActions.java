package com.alexandrite.console.view;

/** Everything a release manager does; every action is recorded with who and why. */
public interface ReleaseActions {

  /** Does it, or says why not. */
  ActionOutcome act(ActionRequest request);
}
