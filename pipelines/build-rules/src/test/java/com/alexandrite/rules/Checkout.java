package com.alexandrite.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that this module stands in, and the class files its modules were built to. */
final class Checkout {
  private Checkout() {}

  /**
   * Main classes of every module; read from the folders, so that no module is on this one's class
   * path.
   */
  static JavaClasses mainClasses() {
    return new ClassFileImporter().importPaths(classFolders());
  }

  /** The `target/classes` folders of all modules that hold Java sources. */
  static List<Path> classFolders() {
    try (Stream<Path> tree = Files.walk(root(), 4)) {
      return tree.filter(path -> path.endsWith(Path.of("target", "classes")))
          .filter(path -> Files.isDirectory(path.resolve(Path.of("com", "alexandrite"))))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the modules of " + root(), e);
    }
  }

  /** Files of this name among the main resources of all modules. */
  static List<Path> resources(String name) {
    try (Stream<Path> tree = Files.walk(root(), 8)) {
      return tree.filter(path -> path.endsWith(name))
          .filter(path -> path.toString().contains("/src/main/resources/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the resources of " + root(), e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("no mvnw above " + Path.of("").toAbsolutePath());
      }
      folder = parent;
    }
    return folder;
  }
}
