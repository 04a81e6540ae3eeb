package com.alexandrite.preview.space;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.files.Folders;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.Shell;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesSpaceIT {

  private final Space rings = Spaces.of(Spaces.installation(), "feature-rings");
  private Path repository;
  private FilesSpace files;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    repository = Files.createDirectories(folder.resolve("checkout"));
    git("init", "-q", "-b", "main");
    git(
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@localhost",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "Begin");
    git("branch", "feature/rings");
    files = new FilesSpace(new Home(folder.resolve("home")), repository);
  }

  @Test
  void aFolderIsMadeFoundAndRemoved() throws IOException {
    assertThat(files.found()).isEmpty();

    files.make(rings, Spaces.content(repository));
    files.make(rings, Spaces.content(repository));

    Path state = Path.of(files.variables(rings, "shop").getOrDefault("ALEXANDRITE_STATE", ""));
    assertThat(state).isDirectory().startsWith(files.folder(rings.name()));
    assertThat(files.found()).containsExactly(rings.name());
    files.remove(rings.name());
    files.remove(rings.name());
    assertThat(files.found()).isEmpty();
  }

  @Test
  void aWorkTreeIsTakenFromGitToo() throws IOException {
    Path tree = workTree();
    Files.writeString(tree.resolve("not committed"), "gone with the preview");
    git("worktree", "lock", tree.toString());

    files.remove(rings.name());

    assertThat(tree).doesNotExist();
    assertThat(git("worktree", "list").lines()).hasSize(1);
    git("branch", "-D", "feature/rings");
  }

  @Test
  void aRemovalThatWasKilledIsFinished() throws IOException {
    Folders.delete(workTree());

    files.remove(rings.name());

    assertThat(git("worktree", "list").lines()).hasSize(1);
  }

  private Path workTree() throws IOException {
    files.make(rings, Spaces.content(repository));
    Path tree = files.folder(rings.name()).resolve("tree");
    git("worktree", "add", "-q", tree.toString(), "feature/rings");
    return tree;
  }

  private String git(String... arguments) throws IOException {
    return Shell.run(
        List.copyOf(
            Stream.concat(Stream.of("git", "-C", repository.toString()), Stream.of(arguments))
                .toList()));
  }
}
