package com.alexandrite.perf.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A branch that is made in git's store alone: the checkout's files and branch stay as they are. */
final class ScratchBranch {

  private static final String FILE = "services/shop/src/main/resources/measured-preview.txt";

  private final Path checkout;
  private final String name;

  ScratchBranch(Path checkout, String name) {
    this.checkout = checkout;
    this.name = name;
  }

  /** The branch is one commit on top of the checkout's, with another text in a file of the Shop. */
  void commitChange(int number) throws IOException, InterruptedException {
    String blob =
        git("round " + number + " of " + System.nanoTime() + "\n", "hash-object", "-w", "--stdin");
    Path index = checkout.resolve(git("", "rev-parse", "--git-path", "measured-preview.index"));
    git(index, "", "read-tree", "HEAD");
    git(index, "", "update-index", "--add", "--cacheinfo", "100644," + blob + "," + FILE);
    String tree = git(index, "", "write-tree");
    String commit = git("round " + number + "\n", "commit-tree", tree, "-p", "HEAD");
    git("", "update-ref", "refs/heads/" + name, commit);
  }

  void delete() throws IOException, InterruptedException {
    git("", "update-ref", "-d", "refs/heads/" + name);
  }

  private String git(String input, String... arguments) throws IOException, InterruptedException {
    return run(List.of(), input, arguments);
  }

  private String git(Path index, String input, String... arguments)
      throws IOException, InterruptedException {
    return run(List.of("env", "GIT_INDEX_FILE=" + index), input, arguments);
  }

  private String run(List<String> before, String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of("git", "-C", checkout.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("git " + String.join(" ", arguments) + " failed");
    }
    return output.strip();
  }
}
