package com.alexandrite.flags.server.push;

import com.alexandrite.flags.server.instance.Instances;
import java.time.Duration;
import java.util.Set;

/**
 * Tells the newest document again when an instance still reports an older version after a change:
 * one whose database is fresh would otherwise hear of nothing before the next change.
 */
public final class TellingAgain {
  /** How often it has to be done, and so the most that an environment is told again. */
  public static final Duration EVERY = Duration.ofSeconds(2);

  private final Instances instances;
  private final PushTable table;

  /** From what the instances report into the table of what has to be told. */
  public TellingAgain(Instances instances, PushTable table) {
    this.instances = instances;
    this.table = table;
  }

  /** Looks once. */
  public void run() {
    Set<String> behind = instances.takeBehind();
    behind.forEach(table::again);
  }
}
