package com.alexandrite.kit.flags;

import com.alexandrite.kit.signal.SignalListener;

/** Reads the flags anew when the service's own database says that they changed. */
record FlagSignals(FollowingFlags following) implements SignalListener {

  @Override
  public String channel() {
    return "flags";
  }

  @Override
  public void heard(String payload) {
    following.wake();
  }
}
