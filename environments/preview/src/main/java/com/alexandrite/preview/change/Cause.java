package com.alexandrite.preview.change;

import com.alexandrite.preview.Depth;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * One thing that the branch changed, and what follows from it.
 *
 * @param files what differs, at least one path from the top of the checkout
 * @param what it is, to be read after the files: {@code a migration}
 * @param depth how deep a preview it needs
 * @param services that have to be built for it
 */
public record Cause(List<String> files, String what, Depth depth, NavigableSet<String> services) {

  /** Copies the collections. */
  public Cause {
    files = List.copyOf(files);
    services = new TreeSet<>(services);
  }

  /** {@code services/shop/src/main/resources/db/migration/V2__gift.sql is a migration}. */
  public String sentence() {
    int others = files.size() - 1;
    return switch (others) {
      case 0 -> files.getFirst() + " is " + what;
      case 1 -> "%s and 1 more file are %s".formatted(files.getFirst(), what);
      default -> "%s and %d more files are %s".formatted(files.getFirst(), others, what);
    };
  }
}
