package com.alexandrite.environment.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The checkout's history, by the {@code git} command. */
public final class Git {
  private static final String COMMITTED = "committer-time ";

  /** Set while git runs a hook: they would lead these commands to the hook's repository. */
  private static final List<String> OF_A_HOOK =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_PREFIX",
          "GIT_COMMON_DIR",
          "GIT_OBJECT_DIRECTORY",
          "GIT_QUARANTINE_PATH");

  private final Path checkout;

  /** The history of this checkout. */
  public Git(Path checkout) {
    this.checkout = checkout;
  }

  /**
   * How a git command ended.
   *
   * @param code 0 when it did what it was asked for
   * @param output what it told
   * @param complaint what it said besides
   */
  public record Ended(int code, String output, String complaint) {}

  /**
   * The full revision that a name means.
   *
   * @throws IOException when there is none of that name
   */
  public String revision(String ref) throws IOException, InterruptedException {
    return run("rev-parse", "--verify", "--end-of-options", ref + "^{commit}").strip();
  }

  /** The same, for a name that may mean nothing here. */
  public Optional<String> findRevision(String ref) throws IOException, InterruptedException {
    Ended ended = attempt("rev-parse", "--verify", "-q", "--end-of-options", ref + "^{commit}");
    return ended.code() == 0 ? Optional.of(ended.output().strip()) : Optional.empty();
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
    return run("ls-files").lines().toList();
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

  /**
   * Runs any git command; paths are told as they are, not quoted.
   *
   * @return what it told
   * @throws IOException with its complaint when it fails
   */
  public String run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), arguments);
  }

  /** The same with environment variables. */
  public String run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Ended ended = attempt(environment, arguments);
    if (ended.code() != 0) {
      throw new IOException(
          "git %s failed: %s"
              .formatted(
                  String.join(" ", arguments), (ended.output() + ended.complaint()).strip()));
    }
    return ended.output();
  }

  /** Runs a git command that may end in more than one way. */
  public Ended attempt(String... arguments) throws IOException, InterruptedException {
    return attempt(Map.of(), arguments);
  }

  private Ended attempt(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-C", checkout.toString(), "-c", "core.quotePath=false"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectInput(Path.of("/dev/null").toFile());
    builder.environment().keySet().removeAll(OF_A_HOOK);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    Process git = builder.start();
    var complaint = CompletableFuture.supplyAsync(() -> text(git.getErrorStream()));
    String output = text(git.getInputStream());
    return new Ended(git.waitFor(), output, complaint.join());
  }

  private static String text(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
