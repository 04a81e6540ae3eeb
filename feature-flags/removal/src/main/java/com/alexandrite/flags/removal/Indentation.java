package com.alexandrite.flags.removal;

import java.util.List;
import java.util.stream.Collectors;

/** Moves lines of code to the left. */
final class Indentation {
  private Indentation() {}

  /**
   * The lines, the leftmost of them at that column. They stay as they are when a line stands
   * further to the left than the first one: it may belong to a text block.
   */
  static String at(int column, String lines) {
    List<String> all = lines.lines().toList();
    int first =
        all.stream().filter(line -> !line.isBlank()).findFirst().map(Indentation::of).orElse(0);
    int shift = first - column;
    boolean mayMove =
        all.stream().filter(line -> !line.isBlank()).allMatch(line -> of(line) >= first);
    if (shift <= 0 || !mayMove) {
      return lines;
    }
    return all.stream()
        .map(line -> line.isBlank() ? "" : line.substring(shift))
        .collect(Collectors.joining("\n"));
  }

  private static int of(String line) {
    return line.length() - line.stripLeading().length();
  }
}
