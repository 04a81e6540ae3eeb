package com.alexandrite.preview.build;

import com.alexandrite.environment.files.Folders;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A work tree that goes from revision to revision and keeps what was built in it.
 *
 * @param git the checkout's
 * @param folder where the work tree is or will be
 */
record WorkTree(Git git, Path folder) {
  private static final Logger log = LoggerFactory.getLogger(WorkTree.class);
  private static final String MAIN = "/src/main/";

  /** {@code services/shop/target} is the third level. */
  private static final int DEEPEST_TARGET = 4;

  /**
   * Has exactly the files of that revision, and the {@code target} folders of the builds before.
   */
  void moveTo(String revision) throws IOException, InterruptedException {
    if (isThere()) {
      try {
        moveOn(revision);
        return;
      } catch (IOException broken) {
        log.warn("{} is made anew: {}", folder, broken.getMessage());
      }
    }
    remove();
    Files.createDirectories(folder.getParent());
    git.checkOut(revision, folder);
  }

  /** Removes it; none is no error. */
  void remove() throws IOException, InterruptedException {
    Folders.delete(folder);
    git.run("worktree", "prune");
  }

  /** A folder without a work tree of its own would lead git to the checkout around it. */
  private boolean isThere() throws IOException, InterruptedException {
    if (!Files.isRegularFile(folder.resolve(".git"))) {
      return false;
    }
    Git.Ended top = new Git(folder).attempt("rev-parse", "--show-toplevel");
    return top.code() == 0
        && Path.of(top.output().strip()).toRealPath().equals(folder.toRealPath());
  }

  private void moveOn(String revision) throws IOException, InterruptedException {
    Git here = new Git(folder);
    String before = here.revision("HEAD");
    here.run("checkout", "--quiet", "--detach", "--force", revision);
    here.run("clean", "--quiet", "-d", "--force");
    String gone =
        here.run("diff", "--name-only", "--no-renames", "--diff-filter=D", "-z", before, revision);
    for (String file : gone.split("\0", -1)) {
      forgetBuilt(file);
    }
  }

  /**
   * Maven leaves the copy of a deleted resource in place: a migration that was renamed runs twice.
   */
  private void forgetBuilt(String file) throws IOException {
    int main = file.indexOf(MAIN);
    if (main > 0) {
      Folders.delete(folder.resolve(file.substring(0, main)).resolve("target"));
    }
  }

  /** All {@code target} folders in it. */
  List<Path> targets() throws IOException {
    try (Stream<Path> found =
        Files.find(
            folder, DEEPEST_TARGET, (path, facts) -> facts.isDirectory() && isTarget(path))) {
      return found.toList();
    }
  }

  private static boolean isTarget(Path path) {
    return path.endsWith("target") && Files.exists(path.resolveSibling("pom.xml"));
  }
}
