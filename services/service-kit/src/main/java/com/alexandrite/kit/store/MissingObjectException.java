package com.alexandrite.kit.store;

import java.io.IOException;

/** Nothing is stored under a key. */
public class MissingObjectException extends IOException {

  private static final long serialVersionUID = 1;

  /** Names the key. */
  public MissingObjectException(String key) {
    super("nothing is stored under " + key);
  }
}
