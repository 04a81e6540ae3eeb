package com.alexandrite.flags.removal;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How a removal went. */
public sealed interface Outcome {

  /**
   * The flag is out.
   *
   * @param changes new text by path; empty for a file that is no longer there
   * @param notes what else was taken out and what a person may want to look at, one sentence each
   */
  record Removed(SortedMap<String, Optional<String>> changes, List<String> notes)
      implements Outcome {
    /** Copies the list. */
    public Removed {
      notes = List.copyOf(notes);
    }
  }

  /** Nothing was changed, because of these places, in the order of files and lines. */
  record Refused(List<Obstacle> obstacles) implements Outcome {
    /** Copies the list. */
    public Refused {
      obstacles = List.copyOf(obstacles);
    }
  }
}
