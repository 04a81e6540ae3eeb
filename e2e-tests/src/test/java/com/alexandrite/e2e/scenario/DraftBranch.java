package com.alexandrite.e2e.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A branch of the checkout with a few changed files. It is written into git's store alone: no file
 * of the checkout is another meanwhile. It is deleted when it is closed.
 */
public final class DraftBranch implements AutoCloseable {
  private final Path checkout;
  private final String name;

  private DraftBranch(Path checkout, String name) {
    this.checkout = checkout;
    this.name = name;
  }

  /**
   * Begins at what is checked out.
   *
   * @param change gives each file another text
   * @param files paths in the repository; none for a branch that changes nothing
   */
  public static DraftBranch changing(String name, UnaryOperator<String> change, String... files) {
    DraftBranch branch = new DraftBranch(CommandLine.checkout(), name);
    Map<String, String> changed = new LinkedHashMap<>();
    for (String file : files) {
      String text = branch.git(List.of(), "", "show", "HEAD:" + file);
      changed.put(file, change.apply(text));
      if (changed.get(file).equals(text)) {
        throw new IllegalStateException("nothing is changed in " + file);
      }
    }
    branch.git(List.of(), "", "update-ref", "refs/heads/" + name, branch.commit(changed));
    return branch;
  }

  /** As git calls it. */
  public String name() {
    return name;
  }

  /** As its preview is called. */
  public String preview() {
    return name.replace('/', '-');
  }

  @Override
  public void close() {
    git(List.of(), "", "update-ref", "-d", "refs/heads/" + name);
  }

  private String commit(Map<String, String> files) {
    try {
      Path folder = Files.createTempDirectory("alexandrite-index-");
      Path index = folder.resolve("index");
      List<String> own = List.of("GIT_INDEX_FILE=" + index);
      git(own, "", "read-tree", "HEAD");
      files.forEach((file, text) -> {
        String blob = git(own, text, "hash-object", "-w", "--stdin").strip();
        git(own, "", "update-index", "--cacheinfo", "100644," + blob + "," + file);
      });
      String tree = git(own, "", "write-tree").strip();
      Files.deleteIfExists(index);
      Files.delete(folder);
      return git(author(), "", "commit-tree", "-p", "HEAD", "-m", "Try " + name, tree).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("no branch " + name, e);
    }
  }

  private static List<String> author() {
    return List.of(
        "GIT_AUTHOR_NAME=Vera",
        "GIT_AUTHOR_EMAIL=vera@example.org",
        "GIT_COMMITTER_NAME=Vera",
        "GIT_COMMITTER_EMAIL=vera@example.org");
  }

  private String git(List<String> variables, String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("env"));
    command.addAll(variables);
    command.addAll(List.of("git", "-C", checkout.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var in = git.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException("git does not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + command, e);
    }
  }
}
