package com.alexandrite.environment.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of {@code <name>.json} files of one type. A file appears and changes in one step
 * (written aside, then moved), so a reader never sees half of one; an unchanged file is not read
 * twice.
 */
final class ProcessFiles<T> {

  private static final Logger log = LoggerFactory.getLogger(ProcessFiles.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final String SUFFIX = ".json";

  /** One state of a file: a move brings another inode and time. */
  private record Edition(String inode, FileTime modified) {}

  private record Known<T>(Edition edition, Optional<T> value) {}

  private final Path folder;
  private final Class<T> type;
  private final Map<String, Known<T>> known = new HashMap<>();

  ProcessFiles(Path folder, Class<T> type) {
    this.folder = folder;
    this.type = type;
  }

  /** Everything readable in the folder, by name. A file that is no JSON of the type is left out. */
  synchronized Map<String, T> readAll() {
    Map<String, T> all = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .forEach(file -> read(file).ifPresent(value -> all.put(nameOf(file), value)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    known.keySet().retainAll(all.keySet());
    return all;
  }

  void write(String name, T value) {
    try {
      Files.createDirectories(folder);
      Path aside =
          Files.createTempFile(
              folder,
              name,
              ".tmp",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        Files.write(aside, JSON.writeValueAsBytes(value));
        Files.move(aside, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        // Still there when the disk is full.
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name + SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<T> read(Path file) {
    try {
      var edition = edition(file);
      Known<T> before = known.get(nameOf(file));
      if (before != null && before.edition().equals(edition)) {
        return before.value();
      }
      Optional<T> value = parse(file);
      known.put(nameOf(file), new Known<>(edition, value));
      return value;
    } catch (NoSuchFileException deletedMeanwhile) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<T> parse(Path file) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
    } catch (JacksonException e) {
      log.error("{} is not readable and is left alone: {}", file, e.getOriginalMessage());
      return Optional.empty();
    }
  }

  private static Edition edition(Path file) throws IOException {
    var facts = Files.readAttributes(file, BasicFileAttributes.class);
    return new Edition(String.valueOf(facts.fileKey()), facts.lastModifiedTime());
  }

  private static String nameOf(Path file) {
    String fileName = file.getFileName().toString();
    return fileName.substring(0, fileName.length() - SUFFIX.length());
  }
}
