package com.alexandrite.console.flag;

import com.alexandrite.flags.server.change.Freeze;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.instance.Instance;
import com.alexandrite.flags.server.key.EnvironmentKey;
import java.time.Instant;
import java.util.List;

/**
 * An environment with what belongs to it.
 *
 * @param flags how many it has
 * @param differing keys of the flags that are not as they began: as their definitions say, or in a
 *     preview as the environment that it began with
 * @param instances those that are alive
 * @param keys those that open something, the newest first
 * @param revoked how many keys do not any more
 * @param freezes those in force and to come, the first first
 */
public record PlaceLine(
    Environment place,
    int flags,
    List<String> differing,
    List<Instance> instances,
    List<EnvironmentKey> keys,
    int revoked,
    List<Freeze> freezes,
    Instant now) {

  /** How many of the instances run on an older document. */
  public long behind() {
    return instances.stream().filter(one -> one.version() < place.version()).count();
  }

  /** Whether it is left as it is now. */
  public boolean frozen() {
    return freezes.stream().anyMatch(this::inForce);
  }

  /** Whether a freeze has begun. */
  public boolean inForce(Freeze freeze) {
    return !freeze.from().isAfter(now);
  }
}
