package com.alexandrite.preview.change;

import com.alexandrite.environment.source.Git;
import com.alexandrite.environment.source.Git.Ended;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who asks for a flag in a revision: code by the constant that is made from its key ({@code
 * PRICE_CACHE} of {@code price-cache}), templates by the key in quotes.
 */
record FlagUses(Git git, String revision) {
  private static final int NONE = 1;

  /** Folders of the modules whose main sources ask for it. */
  List<String> modulesAsking(String key, Modules modules) throws IOException, InterruptedException {
    String constant = key.toUpperCase(Locale.ROOT).replace('-', '_');
    Ended found =
        git.attempt(
            "grep",
            "--name-only",
            "-E",
            "-e",
            "\\b" + constant + "\\b",
            "-e",
            "['\"]" + key + "['\"]",
            revision,
            "--",
            ":(glob)**/src/main/**");
    if (found.code() > NONE) {
      throw new IOException("git grep failed: " + found.complaint().strip());
    }
    return found
        .output()
        .lines()
        .map(line -> line.substring(revision.length() + 1))
        .map(modules::holding)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
