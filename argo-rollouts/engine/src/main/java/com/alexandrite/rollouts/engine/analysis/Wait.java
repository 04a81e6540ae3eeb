package com.alexandrite.rollouts.engine.analysis;

import com.alexandrite.rollouts.engine.condition.GoDuration;
import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait, as the manifest's Go text: Argo finds out about its mistakes only when it uses
 * it.
 *
 * @param text as written, "" where nothing is
 * @param length empty if the text is no length of time
 */
public record Wait(String text, Optional<Duration> length) {

  /** As a manifest says it. */
  public static Wait of(String text) {
    return new Wait(text, GoDuration.parse(text));
  }

  /** Whether anything is written, be it a length of time or not. */
  public boolean present() {
    return !text.isEmpty();
  }
}
