package com.alexandrite.flags.server.desk;

import com.alexandrite.flags.definitions.CodeUses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where in the checkout's code each flag is asked for, as it was when last looked. */
public final class FlagUses {
  private final @Nullable Path checkout;
  private volatile Map<String, List<Use>> byKey = Map.of();

  /** Looks into this checkout; nowhere when it is null. */
  public FlagUses(@Nullable Path checkout) {
    this.checkout = checkout;
  }

  /** A place: file from the top of the checkout, and line from 1. */
  public record Use(String file, int line) {}

  /** The places of a flag; empty when nobody has looked yet. */
  public List<Use> of(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** Looks anew. */
  public void look() throws IOException {
    Path folder = checkout;
    if (folder != null && Files.isDirectory(folder)) {
      byKey =
          CodeUses.in(folder).stream()
              .collect(
                  Collectors.groupingBy(
                      CodeUses.Use::key,
                      Collectors.mapping(
                          use -> new Use(use.file(), use.line()), Collectors.toList())));
    }
  }
}
