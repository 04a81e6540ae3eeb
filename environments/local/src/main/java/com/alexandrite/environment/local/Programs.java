package com.alexandrite.environment.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the operating system's packages keep their programs. */
public final class Programs {

  private static final List<Path> FOLDERS =
      Stream.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")
          .map(Path::of)
          .toList();

  private Programs() {}

  /** A program in one of the usual folders. */
  public static Optional<Path> find(String name) {
    return FOLDERS.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * The same, for one that must be there.
   *
   * @throws MissingProgramException when it is not
   */
  static Path require(String name) {
    return find(name).orElseThrow(() -> new MissingProgramException(name));
  }

  /** The newest PostgreSQL's program; Debian keeps each major version in a folder of its own. */
  public static Optional<Path> findPostgres(String name) {
    return newest(Path.of("/usr/lib/postgresql"), "bin/" + name);
  }

  /** RabbitMQ's own scripts: the wrappers in /usr/sbin change the user and the data folder. */
  public static Optional<Path> findRabbit(String name) {
    return newest(Path.of("/usr/lib/rabbitmq/lib"), "sbin/" + name);
  }

  static Path requirePostgres(String name) {
    return findPostgres(name).orElseThrow(() -> new MissingProgramException("postgresql " + name));
  }

  static Path requireRabbit(String name) {
    return findRabbit(name).orElseThrow(() -> new MissingProgramException(name));
  }

  private static Optional<Path> newest(Path folder, String inside) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(folder)) {
      return versions
          .sorted(Comparator.comparing(Path::toString, Programs::compareNumbers).reversed())
          .map(version -> version.resolve(inside))
          .filter(Files::isExecutable)
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** 9 comes before 15 here. */
  private static int compareNumbers(String a, String b) {
    int byLength = Integer.compare(a.length(), b.length());
    return byLength != 0 ? byLength : a.compareTo(b);
  }
}
