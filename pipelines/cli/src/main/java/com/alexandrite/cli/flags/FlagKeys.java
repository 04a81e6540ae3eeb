package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.flags.definitions.DefinitionFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The keys of all flags of the checkout, for completion by the shell. */
final class FlagKeys implements Iterable<String> {
  private static final String ENDING = ".yaml";

  @Override
  public Iterator<String> iterator() {
    Path folder = Installation.current().checkout().resolve(DefinitionFolder.PATH).resolve("flags");
    return Files.isDirectory(folder) ? keys(folder).iterator() : List.<String>of().iterator();
  }

  private static List<String> keys(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
