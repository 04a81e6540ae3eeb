package com.alexandrite.flags;

import java.io.IOException;

/** Where a process gets its environment's document from: Togglz in process, or Flagsmith. */
public interface FlagProvider {

  /** {@code togglz} or {@code flagsmith}. */
  String name();

  /**
   * Reads the newest document.
   *
   * @throws IOException when the source is away; what was known stays in force
   */
  FlagDocument read() throws IOException;

  /**
   * Hears that there is a newer document: a provider with a store of its own keeps it, one with a
   * remote source reads that anew.
   *
   * @return the document now in force, never older than before
   * @throws IOException when the source is away
   */
  FlagDocument pushed(FlagDocument document) throws IOException;
}
