package com.alexandrite.flags.removal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts for people that were shown by what is out and that nothing shows any more. */
final class DeadMessages {
  private static final Pattern SHOWN = Pattern.compile("#\\{([\\w.-]+)");
  private static final Pattern QUOTED = Pattern.compile("[\"']([\\w-]+(?:\\.[\\w-]+)+)[\"']");
  private static final Pattern BEGUN = Pattern.compile("[\"']([\\w-]+(?:\\.[\\w-]+)*\\.)[\"']");

  private final Workspace work;

  DeadMessages(Workspace work) {
    this.work = work;
  }

  void remove() {
    Set<String> dead = new TreeSet<>();
    for (String path : work.pathsBefore()) {
      if (!path.endsWith(".properties") && work.isChanged(path)) {
        dead.addAll(keys(work.textBefore(path)));
        dead.removeAll(keys(work.text(path)));
      }
    }
    List<String> sources =
        work.paths().stream()
            .filter(path -> !path.endsWith(".properties"))
            .map(work::text)
            .toList();
    dead.removeIf(key -> isUsed(key, sources));
    work.paths().stream()
        .filter(path -> path.endsWith(".properties") && path.contains("messages"))
        .forEach(path -> remove(path, dead));
  }

  private static Set<String> keys(String text) {
    Set<String> keys = new TreeSet<>();
    SHOWN.matcher(text).results().forEach(found -> keys.add(found.group(1)));
    QUOTED.matcher(text).results().forEach(found -> keys.add(found.group(1)));
    return keys;
  }

  /** Whether some source has the key, or the beginning of it to which something is added. */
  private static boolean isUsed(String key, Collection<String> sources) {
    return sources.stream()
        .anyMatch(text ->
            keys(text).contains(key)
                || BEGUN
                    .matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .anyMatch(key::startsWith));
  }

  private void remove(String path, Set<String> dead) {
    String text = work.text(path);
    String left =
        text.lines()
            .filter(line -> !dead.contains(line.split("=", 2)[0].strip()))
            .collect(Collectors.joining("\n", "", text.endsWith("\n") ? "\n" : ""));
    if (!left.equals(text)) {
      work.write(path, left);
    }
  }
}
