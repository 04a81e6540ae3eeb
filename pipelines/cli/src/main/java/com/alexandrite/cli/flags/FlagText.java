package com.alexandrite.cli.flags;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Flags in words for people. */
final class FlagText {
  private FlagText() {}

  /** One line: what it is now, and since which version. */
  static String now(FlagState flag) {
    return String.format(
        Locale.ROOT,
        "%s in %s: %s (version %d)",
        flag.key(),
        flag.environment(),
        flag.word(),
        flag.version());
  }

  /** How far a change has come. */
  static String reach(FlagState flag) {
    if (flag.instances().isEmpty()) {
      return "no instance of " + flag.environment() + " is running";
    }
    int all = flag.instances().size();
    long there = flag.instances().stream().filter(one -> one.version() >= flag.version()).count();
    if (there < all) {
      return "on %d of %d instances".formatted(there, all);
    }
    return flag.lastInstanceMs() == null
        ? "on all of %d instances".formatted(all)
        : "on all of %d instances after %d ms".formatted(all, flag.lastInstanceMs());
  }

  /** One change of the history. */
  static String change(JsonNode change) {
    return String.format(
        Locale.ROOT,
        "%5d  %s  %-10s %-24s %-8s %-14s %s",
        change.path("id").asLong(),
        moment(change.path("at").asString("")),
        change.path("environment").asString(""),
        change.path("subject").asString(""),
        change.path("kind").asString(""),
        change.path("actor").asString(""),
        change.path("reason").asString(""));
  }

  private static String moment(String at) {
    return at.isEmpty() ? at : Instant.parse(at).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
