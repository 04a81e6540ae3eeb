package com.alexandrite.preview;

import java.nio.file.Path;
import java.util.Set;

/**
 * What shall be in a preview's space.
 *
 * @param revision full git revision of the branch (or of the merge of its branches)
 * @param sources work tree of that revision: its migrations and flag file are read from here
 * @param services all services that need a place in it now
 * @param fromBranch those among them that run the branch's version; the others run the baseline's
 */
public record Content(String revision, Path sources, Set<String> services, Set<String> fromBranch) {

  /** Copies the sets. */
  public Content {
    services = Set.copyOf(services);
    fromBranch = Set.copyOf(fromBranch);
  }
}
