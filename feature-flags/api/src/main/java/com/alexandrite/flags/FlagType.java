package com.alexandrite.flags;

import java.util.Locale;

/** What a flag is for; decides how long it may live and who may switch it. */
public enum FlagType {
  /** Hides unfinished work until it is released; must be gone by its expiry. */
  RELEASE,
  /** Compares variants; must be gone by its expiry. */
  EXPERIMENT,
  /** Tunes how the system runs. */
  OPERATIONAL,
  /** Switches a capability off in an emergency; lives as long as the capability. */
  KILL_SWITCH,
  /** Gives a capability to some; lives as long as the capability. */
  PERMISSION,
  /** Injects a fault for a drill; honoured in drill environments only. */
  FAULT;

  /** Reads the word of a definition file, such as {@code kill-switch}. */
  public static FlagType of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The word in a definition file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
