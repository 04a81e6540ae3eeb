package com.alexandrite.kit.flags;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagProvider;
import java.io.IOException;

/** A source of flags that a test can change and take away. */
final class SourceInMemory implements FlagProvider {

  private volatile FlagDocument document;
  private volatile boolean away;

  SourceInMemory(FlagDocument document) {
    this.document = document;
  }

  void set(FlagDocument next) {
    document = next;
  }

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public FlagDocument read() throws IOException {
    if (away) {
      throw new IOException("the source is away");
    }
    return document;
  }

  @Override
  public FlagDocument pushed(FlagDocument pushed) throws IOException {
    if (read().version() < pushed.version()) {
      document = pushed;
    }
    return document;
  }
}
