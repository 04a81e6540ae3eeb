package com.alexandrite.kit.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A space of its own in a store that others use too: all keys lie below a prefix. Only the models
 * of the demonstration are read from the folder that all share, because copied data names them.
 */
class PrefixedStore implements ObjectStore {

  /** What the keys of shared objects begin with; nothing is ever written there. */
  static final String SHARED = "demo/";

  private final ObjectStore store;
  private final String prefix;

  PrefixedStore(ObjectStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  @Override
  public void put(String key, Path file) throws IOException {
    store.put(prefix + key, file);
  }

  @Override
  public InputStream open(String key) throws IOException {
    try {
      return store.open(prefix + key);
    } catch (MissingObjectException absent) {
      if (key.startsWith(SHARED)) {
        return store.open(key);
      }
      throw absent;
    }
  }
}
