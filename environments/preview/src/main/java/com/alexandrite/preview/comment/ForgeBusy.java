package com.alexandrite.preview.comment;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forge cannot answer now; a later try may do. */
public final class ForgeBusy extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final @Nullable Duration pause;

  ForgeBusy(String message, @Nullable Duration pause) {
    super(message);
    this.pause = pause;
  }

  /** How long the forge wants to be left alone, when it says so. */
  public Optional<Duration> pause() {
    return Optional.ofNullable(pause);
  }
}
