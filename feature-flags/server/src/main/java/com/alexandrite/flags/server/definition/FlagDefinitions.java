package com.alexandrite.flags.server.definition;

import com.alexandrite.flags.FlagDocument.Segment;
import java.util.List;

/** All definitions, and the segments that their rules name. */
public record FlagDefinitions(List<FlagDefinition> flags, List<Segment> segments) {
  /** Copies the lists. */
  public FlagDefinitions {
    flags = List.copyOf(flags);
    segments = List.copyOf(segments);
  }
}
