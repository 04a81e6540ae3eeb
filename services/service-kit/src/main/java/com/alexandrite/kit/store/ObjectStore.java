package com.alexandrite.kit.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the bytes behind a claim check lie. */
public interface ObjectStore {

  /**
   * Stores a file under a key that the server made.
   *
   * @throws IOException if the store is away or refuses; nothing is stored under the key then
   */
  void put(String key, Path file) throws IOException;

  /**
   * Opens what is stored under a key; close it.
   *
   * @throws MissingObjectException if there is nothing
   * @throws IOException if the store is away
   */
  InputStream open(String key) throws IOException;
}
