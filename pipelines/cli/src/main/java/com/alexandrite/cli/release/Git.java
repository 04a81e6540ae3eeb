package com.alexandrite.cli.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The checkout's history, by the {@code git} command. */
public final class Git {
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
