package com.alexandrite.flags.definitions;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Segment;
import java.time.Instant;
import java.util.List;

/** All flags of a checkout, sorted by key, and the segments that their rules speak of. */
public record FlagDefinitions(List<FlagDefinition> flags, List<Segment> segments) {

  /** Copies the lists. */
  public FlagDefinitions {
    flags = List.copyOf(flags);
    segments = List.copyOf(segments);
  }

  /**
   * What came of reading.
   *
   * @param definitions those without a mistake
   * @param mistakes of all files, in the order of files and lines
   */
  public record Reading(FlagDefinitions definitions, List<Mistake> mistakes) {
    /** Copies the list. */
    public Reading {
      mistakes = List.copyOf(mistakes);
    }

    /**
     * The definitions.
     *
     * @throws BadDefinitions when there is any mistake
     */
    public FlagDefinitions accepted() {
      if (!mistakes.isEmpty()) {
        throw new BadDefinitions(mistakes);
      }
      return definitions;
    }
  }

  /**
   * The first document of an environment, version 1.
   *
   * @param environment {@code local}, {@code staging}, {@code production}; any other is a preview's
   */
  public FlagDocument initial(String environment, Instant at) {
    return new FlagDocument(
        environment, 1, at, flags.stream().map(flag -> flag.state(environment)).toList(), segments);
  }
}
