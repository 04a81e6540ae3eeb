package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.source.Git;
import com.alexandrite.flags.removal.FinishedFlag;
import com.alexandrite.flags.removal.FlagRemoval;
import com.alexandrite.flags.removal.Obstacle;
import com.alexandrite.flags.removal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One removal: plan, write, format, compile and test, commit. All of it in a work tree of its own;
 * the checkout gets the finished commit or nothing.
 */
final class RemovingFlag {
  private static final List<String> READ =
      List.of(".java", ".html", ".properties", ".yaml", ".yml", ".md");

  private final Installation installation;
  private final Terminal terminal;
  private final Git git;
  private final RemovalCheck check;

  RemovingFlag(Installation installation, Terminal terminal, RemovalCheck check) {
    this.installation = installation;
    this.check = check;
    this.terminal = terminal;
    this.git = new Git(installation.checkout());
  }

  RemovalResult remove(String key, String keep, boolean dryRun)
      throws IOException, InterruptedException {
    FinishedFlag flag = FinishedFlags.of(installation.checkout(), key, keep);
    refuseUncommittedChanges();
    terminal.progress("plan", "reading the code for " + flag.flag().key());
    String revision = git.revision("HEAD");
    Outcome.Removed removal = planned(flag);
    Path folder = installation.home().resolve("removals").resolve(key);
    Files.createDirectories(folder.getParent());
    forget(folder);
    git.checkOut(revision, folder);
    try {
      write(folder, removal.changes());
      return dryRun
          ? result(flag, removal, null, new Git(folder).difference())
          : result(flag, removal, committed(flag, removal, folder), null);
    } finally {
      git.remove(folder);
    }
  }

  /** Deletes what a removal left that was killed. */
  private static void forget(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void refuseUncommittedChanges() throws IOException, InterruptedException {
    String changes = git.changes();
    if (!changes.isBlank()) {
      throw new CommandFailed(
          "The checkout has changes that are not committed:\n" + changes.stripTrailing(),
          "commit or stash them, so that the removal is a commit of its own");
    }
  }

  private Outcome.Removed planned(FinishedFlag flag) throws IOException, InterruptedException {
    return switch (FlagRemoval.remove(flag, files())) {
      case Outcome.Removed removed -> removed;
      case Outcome.Refused refused -> throw refusal(flag, refused);
    };
  }

  private static CommandFailed refusal(FinishedFlag flag, Outcome.Refused refused) {
    String places =
        refused.obstacles().stream().map(Obstacle::toString).collect(Collectors.joining("\n  "));
    return new CommandFailed(
        "Nothing was changed: %s cannot be taken out by a program at\n  %s"
            .formatted(flag.flag().key(), places),
        "change these places, commit, and run it again");
  }

  private Map<String, String> files() throws IOException, InterruptedException {
    Map<String, String> files = new TreeMap<>();
    for (String path : git.files()) {
      Path file = installation.checkout().resolve(path);
      if (READ.stream().anyMatch(path::endsWith) && Files.isRegularFile(file)) {
        files.put(path, Files.readString(file));
      }
    }
    return files;
  }

  private static void write(Path folder, SortedMap<String, Optional<String>> changes)
      throws IOException {
    for (Map.Entry<String, Optional<String>> change : changes.entrySet()) {
      Path file = folder.resolve(change.getKey());
      if (change.getValue().isPresent()) {
        Files.writeString(file, change.getValue().get());
      } else {
        Files.delete(file);
      }
    }
  }

  private String committed(FinishedFlag flag, Outcome.Removed removal, Path folder)
      throws IOException, InterruptedException {
    check.pass(folder, removal.changes().keySet());
    String commit = new Git(folder).commitAll(message(flag, removal));
    git.fastForward(commit);
    return commit;
  }

  private static String message(FinishedFlag flag, Outcome.Removed removal) {
    String notes =
        removal.notes().stream().map(note -> "- " + note).collect(Collectors.joining("\n"));
    return "Remove the finished flag %s, keeping %s\n\nWritten by ./alexandrite flags remove.\n%s"
        .formatted(flag.flag().key(), flag.kept(), notes);
  }

  private static RemovalResult result(
      FinishedFlag flag,
      Outcome.Removed removal,
      @Nullable String commit,
      @Nullable String difference) {
    Map<Boolean, List<String>> paths =
        removal.changes().entrySet().stream()
            .collect(
                Collectors.partitioningBy(
                    change -> change.getValue().isPresent(),
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return new RemovalResult(
        flag.flag().key(),
        flag.kept(),
        commit,
        paths.getOrDefault(true, List.of()),
        paths.getOrDefault(false, List.of()),
        removal.notes(),
        difference);
  }
}
