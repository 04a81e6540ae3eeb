package com.alexandrite.flags.togglz;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagProvider;
import java.io.IOException;

/**
 * Keeps the flags in the service's own database, where Togglz's console and actuator change them,
 * too. Whoever hears the channel {@code flags} of the database reads anew: another process of the
 * service changed something.
 */
public final class TogglzProvider implements FlagProvider {
  private final FlagStore store;
  private final FlagsInForce flags;

  TogglzProvider(FlagStore store, FlagsInForce flags) {
    this.store = store;
    this.flags = flags;
  }

  @Override
  public String name() {
    return "togglz";
  }

  @Override
  public FlagDocument read() throws IOException {
    return flags.take(store.read());
  }

  @Override
  public FlagDocument pushed(FlagDocument document) throws IOException {
    return flags.take(store.push(document));
  }
}
