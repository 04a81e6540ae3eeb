package com.alexandrite.preview.space;

import com.alexandrite.environment.files.Folders;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.Shell;
import com.alexandrite.preview.Content;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder in the home: work tree, build log, what services keep. */
public final class FilesSpace implements PreviewResource {

  private static final String WORK_TREE = "worktree ";

  private final Path previews;
  private final Path logs;
  private final Path repository;

  /**
   * In a home.
   *
   * @param repository the checkout whose git holds the work trees; it may be none
   */
  public FilesSpace(Home home, Path repository) {
    this.previews = home.resolve("previews");
    this.logs = home.resolve("logs");
    this.repository = repository;
  }

  /** The folder of a preview; it may not be there. */
  public Path folder(PreviewName name) {
    return previews.resolve(name.value());
  }

  @Override
  public String kind() {
    return "files";
  }

  @Override
  public boolean isData() {
    return false;
  }

  @Override
  public Set<PreviewName> found() throws IOException {
    Set<PreviewName> found = new TreeSet<>(NamedSpaces.among(names(previews), "", ""));
    names(logs).forEach(log -> Space.ofProcess(log).ifPresent(found::add));
    return found;
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public void make(Space space, Content content) throws IOException {
    Files.createDirectories(state(space));
  }

  @Override
  public Map<String, String> variables(Space space, String service) {
    return Map.of("ALEXANDRITE_STATE", state(space).toString());
  }

  @Override
  public void remove(PreviewName name) throws IOException {
    Path folder = folder(name);
    if (Files.exists(repository.resolve(".git"))) {
      for (Path tree : workTrees(folder)) {
        git("worktree", "remove", "--force", "--force", tree.toString());
      }
    }
    Folders.delete(folder);
    for (String log : names(logs)) {
      if (Space.ofProcess(log).equals(Optional.of(name))) {
        Files.deleteIfExists(logs.resolve(log));
      }
    }
    if (Files.exists(repository.resolve(".git"))) {
      // Also of a tree whose files a killed removal had taken already.
      git("worktree", "prune");
    }
  }

  /** Those that git knows below a folder and that are still there. */
  private List<Path> workTrees(Path folder) throws IOException {
    Path real = Files.exists(folder) ? folder.toRealPath() : folder;
    return git("worktree", "list", "--porcelain")
        .lines()
        .filter(line -> line.startsWith(WORK_TREE))
        .map(line -> Path.of(line.substring(WORK_TREE.length())))
        .filter(tree -> tree.startsWith(real) || tree.startsWith(folder))
        .filter(tree -> Files.exists(tree.resolve(".git")))
        .toList();
  }

  private Path state(Space space) {
    return folder(space.name()).resolve("state");
  }

  private String git(String... arguments) throws IOException {
    return Shell.run(
        Stream.concat(Stream.of("git", "-C", repository.toString()), Stream.of(arguments))
            .toList());
  }
}
