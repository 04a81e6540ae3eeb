package com.alexandrite.preview;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Something that each preview has for itself in a server that all share: databases, a virtual host,
 * a prefix of keys. All calls may be repeated at any time, also after a call that died half-way.
 */
public interface PreviewResource {

  /** What it is, for messages and as the label of the metric of orphans: {@code database}. */
  String kind();

  /** Whether it holds data, which a reset has begin anew. */
  default boolean isData() {
    return true;
  }

  /** The previews that have any of it, found by name in the server itself. */
  Set<PreviewName> found() throws IOException;

  /**
   * Makes what is missing.
   *
   * @throws PreviewFailure when the branch is the cause: a migration that fails, a bad flag file
   */
  void make(Space space, Content content) throws IOException, InterruptedException, PreviewFailure;

  /** Environment variables that lead a service of the preview to it. */
  Map<String, String> variables(Space space, String service) throws IOException;

  /** Removes all of it. A preview that has none is no error. */
  void remove(PreviewName name) throws IOException, InterruptedException;
}
