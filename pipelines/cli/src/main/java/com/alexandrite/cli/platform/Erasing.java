package com.alexandrite.cli.platform;

import com.alexandrite.environment.files.Folders;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.LocalServers;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes what the platform kept; not the command line itself, which runs from the same folder. */
record Erasing(Home home, Path checkout) {

  private static final Set<String> KEPT = Set.of("cli", "tools");
  private static final String PREVIEW_REFS = "refs/alexandrite/previews/";

  void erase() throws IOException, InterruptedException {
    LocalServers.deleteOutside(home);
    List<Path> contents;
    try (Stream<Path> files = Files.list(home.path())) {
      contents = files.filter(file -> !KEPT.contains(file.getFileName().toString())).toList();
    }
    for (Path content : contents) {
      Folders.delete(content);
    }
    forgetPreviews();
  }

  /**
   * The work trees of previews are gone with the home; git need not keep their names and merges.
   */
  private void forgetPreviews() throws IOException, InterruptedException {
    if (Files.exists(checkout.resolve(".git"))) {
      Git git = new Git(checkout);
      git.run("worktree", "prune");
      for (String ref :
          git.run("for-each-ref", "--format=%(refname)", PREVIEW_REFS).lines().toList()) {
        git.run("update-ref", "-d", ref);
      }
    }
  }
}
