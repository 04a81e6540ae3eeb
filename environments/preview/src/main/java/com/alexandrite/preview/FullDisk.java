package com.alexandrite.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells a full disk from other faults: then no branch is to blame. */
public final class FullDisk {

  /** What a work tree, its classes, and the versions of all services take. */
  private static final long NEEDED = 512L << 20;

  /** With less than this a program fails, and often cannot even write down why. */
  private static final long NOTHING = 16L << 20;

  private static final String WORDS = "No space left on device";
  private static final String ACTION =
      "make room (./alexandrite preview delete takes away one that nobody needs), then ./alexandrite"
          + " preview create again";

  private FullDisk() {}

  /**
   * Refuses to begin where there is too little room.
   *
   * @param folder that is there
   */
  public static void refuseIn(Path folder) throws IOException, PreviewFailure {
    long left = Files.getFileStore(folder).getUsableSpace();
    if (left < NEEDED) {
      throw new PreviewFailure(
          problem(
              "the disk of %s has %d MB left, and building a preview takes up to %d MB"
                  .formatted(folder, left >> 20, NEEDED >> 20)));
    }
  }

  /** The problem, when the words of a fault tell of a full disk. */
  public static Optional<Problem> in(String words) {
    return words
        .lines()
        .filter(line -> line.contains(WORDS))
        .findFirst()
        .map(line -> problem("the disk is full: " + line.strip()));
  }

  /** The problem, when nothing fits on the disk of a folder any more. */
  public static Optional<Problem> on(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace() < NOTHING
        ? Optional.of(problem("the disk is full: nothing fits in " + folder))
        : Optional.empty();
  }

  private static Problem problem(String what) {
    return new Problem("disk-full", what, ACTION);
  }
}
