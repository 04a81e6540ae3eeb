package com.alexandrite.flags.removal;

import java.util.Comparator;
import java.util.List;

/**
 * Puts other characters in the place of some.
 *
 * @param from offset of the first character
 * @param to offset after the last one
 */
record Edit(int from, int to, String with) {

  /** The text with all the edits; one that lies within another is dropped. */
  static String apply(String text, List<Edit> edits) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (Edit edit : edits.stream().sorted(ORDER).toList()) {
      if (edit.from >= at) {
        result.append(text, at, edit.from).append(edit.with);
        at = edit.to;
      }
    }
    return result.append(text, at, text.length()).toString();
  }

  private static final Comparator<Edit> ORDER =
      Comparator.comparingInt(Edit::from)
          .thenComparing(Comparator.comparingInt(Edit::to).reversed());

  /** Removes a stretch; when nothing else stands on its lines, the lines go too. */
  static Edit removal(String text, int from, int to) {
    int start = lineStart(text, from);
    int end = lineEnd(text, to);
    if (!text.substring(start, from).isBlank() || !text.substring(to, end).isBlank()) {
      return new Edit(from, to, "");
    }
    int next = blankBelow(text, start, Math.min(end + 1, text.length()));
    return new Edit(blankAbove(text, start, next), next, "");
  }

  /** A blank line above goes as well when what follows is a blank line or closes the block. */
  private static int blankAbove(String text, int start, int next) {
    int above = start == 0 ? 0 : lineStart(text, start - 1);
    String following = text.substring(next, lineEnd(text, next)).strip();
    boolean closes = following.isEmpty() || following.startsWith("}");
    return start > 0 && closes && text.substring(above, start).isBlank() ? above : start;
  }

  /** A blank line below goes as well when the block opens above. */
  private static int blankBelow(String text, int start, int next) {
    int end = lineEnd(text, next);
    boolean opens = start > 1 && text.charAt(start - 2) == '{';
    return opens && next < text.length() && text.substring(next, end).isBlank() ? end + 1 : next;
  }

  static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  static int lineEnd(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  /** Spaces before the first other character of the line. */
  static int indent(String text, int at) {
    int start = lineStart(text, at);
    int first = start;
    while (first < text.length() && text.charAt(first) == ' ') {
      first++;
    }
    return first - start;
  }
}
