package com.alexandrite.flags.server.push;

import com.alexandrite.flags.FlagDocument;
import java.time.Instant;

/** What every instance hears through {@value FlagBroker#CHANGED}: the whole new document. */
public record Announcement(
    String environment, long version, Instant changedAt, FlagDocument document) {

  static Announcement of(FlagDocument document) {
    return new Announcement(
        document.environment(), document.version(), document.changedAt(), document);
  }
}
