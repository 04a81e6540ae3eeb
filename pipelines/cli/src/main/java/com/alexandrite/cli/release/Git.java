package com.alexandrite.cli.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The checkout's history, by the {@code git} command. */
public final class Git {
  private static final String COMMITTED = "committer-time ";

  private final Path checkout;

  /** The history of this checkout. */
  public Git(Path checkout) {
    this.checkout = checkout;
  }

  /**
   * The full revision that a name means.
   *
   * @throws IOException when there is none of that name
   */
  public String revision(String ref) throws IOException, InterruptedException {
    return run("rev-parse", "--verify", "--end-of-options", ref + "^{commit}").strip();
  }

  /** What differs from the last revision, as git tells it; empty when nothing does. */
  public String changes() throws IOException, InterruptedException {
    return run("status", "--porcelain", "--untracked-files=normal");
  }

  /**
   * When lines of a file were last changed; now for what is not committed.
   *
   * @param from first line, counted from 1
   * @param to last line; larger than the file for its end
   * @throws IOException when the file has no history here
   */
  public Optional<Instant> newestChange(String file, int from, int to)
      throws IOException, InterruptedException {
    String lines = from + "," + (to == Integer.MAX_VALUE ? "" : to);
    return run("blame", "--porcelain", "-L", lines, "--", file)
        .lines()
        .filter(line -> line.startsWith(COMMITTED))
        .map(line -> Instant.ofEpochSecond(Long.parseLong(line.substring(COMMITTED.length()))))
        .max(Comparator.naturalOrder());
  }

  /** Puts that revision into a new folder beside the checkout's history. */
  void checkOut(String revision, Path folder) throws IOException, InterruptedException {
    run("worktree", "add", "--detach", "--force", folder.toString(), revision);
  }

  /** Removes a folder made by {@link #checkOut}. */
  void remove(Path folder) throws IOException, InterruptedException {
    run("worktree", "remove", "--force", folder.toString());
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", checkout.toString()));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new IOException(
          "git %s failed: %s".formatted(String.join(" ", arguments), output.strip()));
    }
    return output;
  }
}
