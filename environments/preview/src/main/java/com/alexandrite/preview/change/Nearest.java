package com.alexandrite.preview.change;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names that somebody may have meant. */
final class Nearest {
  private static final int SHOWN = 3;
  private static final String ORIGIN = "origin/";

  private Nearest() {}

  /** Whether somebody wrote where a branch comes from before its name. */
  static boolean isRemote(String name) {
    return name.startsWith(ORIGIN);
  }

  /** The likeliest first; none when nothing is like it. */
  static List<String> to(String name, Collection<String> known) {
    String plain = isRemote(name) ? name.substring(ORIGIN.length()) : name;
    return known.stream()
        .filter(candidate -> isLike(plain, candidate))
        .sorted(
            Comparator.comparingInt((String candidate) -> edits(plain, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .toList();
  }

  private static boolean isLike(String name, String candidate) {
    return candidate.endsWith("/" + name)
        || edits(name, candidate) <= Math.max(2, Math.min(name.length(), candidate.length()) / 5);
  }

  /** Letters to add, take away or replace until one is the other. */
  private static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] here = new int[to.length() + 1];
      here[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        here[column] = Math.min(replaced, 1 + Math.min(above[column], here[column - 1]));
      }
      above = here;
    }
    return above[to.length()];
  }
}
