package com.alexandrite.flags.removal;

import java.util.Comparator;

/**
 * A place that a program cannot change safely.
 *
 * @param line 1-based, in the file as it is before the removal
 * @param what what stands in the way
 * @param advice what a person does there
 */
public record Obstacle(String file, int line, String what, String advice)
    implements Comparable<Obstacle> {
  private static final Comparator<Obstacle> ORDER =
      Comparator.comparing(Obstacle::file)
          .thenComparingInt(Obstacle::line)
          .thenComparing(Obstacle::what)
          .thenComparing(Obstacle::advice);

  @Override
  public int compareTo(Obstacle other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + what + " " + advice;
  }
}
