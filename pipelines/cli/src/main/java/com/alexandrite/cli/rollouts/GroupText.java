package com.alexandrite.cli.rollouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A release of a group in one line. */
public final class GroupText {
  private GroupText() {}

  /** How it stands, each member in its order, and why it goes back. */
  public static String of(JsonNode release) {
    List<String> parts = new ArrayList<>();
    parts.add(word(release.path("outcome")) + ":");
    for (JsonNode member : release.path("members")) {
      parts.add(
          "%s %s (%s),"
              .formatted(
                  member.path("rollout").asString(""),
                  member.path("toVersion").asString(""),
                  word(member.path("stage"))));
    }
    String text = String.join(" ", parts);
    String line = text.substring(0, text.length() - 1);
    JsonNode cause = release.path("cause");
    return cause.isObject() ? line + "; because: " + because(cause) : line;
  }

  private static String because(JsonNode cause) {
    String detail = cause.path("detail").asString("");
    String who = "%s %s".formatted(cause.path("who").asString(""), word(cause.path("kind")));
    return detail.isEmpty() ? who : who + ": " + detail;
  }

  private static String word(JsonNode constant) {
    return constant.asString("").toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
