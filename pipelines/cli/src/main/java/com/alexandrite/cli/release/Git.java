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

  /**
   * The branch that is checked out.
   *
   * @throws IOException when it is none, but a revision
   */
  public String branch() throws IOException, InterruptedException {
    return run("symbolic-ref", "--quiet", "--short", "HEAD").strip();
  }

  /** Where git looks for hooks. */
  public Path hooks() throws IOException, InterruptedException {
    return folder("--git-path", "hooks");
  }

  /** Where git looks for hooks unless it is told otherwise. */
  public Path ownHooks() throws IOException, InterruptedException {
    return folder("--git-common-dir").resolve("hooks");
  }

  private Path folder(String... which) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("rev-parse"));
    arguments.addAll(List.of(which));
    return checkout
        .resolve(run(arguments.toArray(String[]::new)).strip())
        .toAbsolutePath()
        .normalize();
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
  public void checkOut(String revision, Path folder) throws IOException, InterruptedException {
    run("worktree", "add", "--detach", "--force", folder.toString(), revision);
  }

  /** Removes a folder made by {@link #checkOut}. */
  public void remove(Path folder) throws IOException, InterruptedException {
    run("worktree", "remove", "--force", folder.toString());
  }

  /** Paths of all files that git keeps here. */
  public List<String> files() throws IOException, InterruptedException {
    return run("-c", "core.quotePath=false", "ls-files").lines().toList();
  }

  /** The changes against the last revision, line by line. */
  public String difference() throws IOException, InterruptedException {
    return run("diff", "--no-color", "HEAD");
  }

  /** Commits all changes; the new revision. */
  public String commitAll(String message) throws IOException, InterruptedException {
    run("add", "--all");
    run("commit", "--quiet", "--message", message);
    return revision("HEAD");
  }

  /**
   * Moves the branch and the files on to a later revision.
   *
   * @throws IOException when the branch has gone another way meanwhile
   */
  public void fastForward(String revision) throws IOException, InterruptedException {
    run("merge", "--quiet", "--ff-only", revision);
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
