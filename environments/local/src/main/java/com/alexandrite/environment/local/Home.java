package com.alexandrite.environment.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of one runtime, {@code .alexandrite/} of a checkout: everything it keeps is in here,
 * and nobody but its owner may look.
 */
public record Home(Path path) {

  /** Makes the path absolute. */
  public Home {
    path = path.toAbsolutePath().normalize();
  }

  /** Makes the folder, closed to everybody else. */
  public Home create() throws IOException {
    Files.createDirectories(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    return this;
  }

  /** A path in the home. */
  public Path resolve(String inside) {
    return path.resolve(inside);
  }

  /** The data folder of a backing server; made when it is not there. */
  Path data(String server) throws IOException {
    return Files.createDirectories(path.resolve("data").resolve(server));
  }

  /** Writes a file that only its owner may read; an equal one is left as it is. */
  public Path write(String inside, String content) throws IOException {
    Path file = path.resolve(inside);
    if (Files.exists(file) && Files.readString(file).equals(content)) {
      return file;
    }
    Files.createDirectories(file.getParent());
    Path aside =
        Files.createTempFile(
            file.getParent(),
            ".new-",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(aside, content);
    return Files.move(
        aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
