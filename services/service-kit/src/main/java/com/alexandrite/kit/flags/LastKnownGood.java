package com.alexandrite.kit.flags;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.alexandrite.flags.FlagDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document that a process begins with while its source is away: one file for each service,
 * environment and provider, because only versions of one provider can be compared. The file's time
 * of change is when the source last confirmed it.
 */
final class LastKnownGood {

  private static final Logger log = LoggerFactory.getLogger(LastKnownGood.class);

  private final @Nullable Path file;
  private final JsonMapper json;

  /** Without a folder nothing is kept. */
  LastKnownGood(Optional<Path> folder, FlagInstance instance, String provider, JsonMapper json) {
    String name = instance.service() + "." + instance.environment() + "." + provider + ".json";
    this.file = folder.map(it -> it.resolve("flags").resolve(plain(name))).orElse(null);
    this.json = json;
  }

  /** A document that the source confirmed at a time. */
  record Kept(FlagDocument document, Instant confirmedAt) {}

  /** Reads what was kept; a file that can't be read is as good as none, and is said so. */
  Optional<Kept> read() {
    if (file == null) {
      return Optional.empty();
    }
    try {
      FlagDocument document = json.readValue(Files.readAllBytes(file), FlagDocument.class);
      return Optional.of(new Kept(document, Files.getLastModifiedTime(file).toInstant()));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      log.warn("The last known flags in {} can't be read and are left out: {}", file, e.toString());
      return Optional.empty();
    }
  }

  /** Keeps a document; readers see the former or this one, never half of it. */
  void keep(FlagDocument document, Instant confirmedAt) {
    if (file == null) {
      return;
    }
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = Files.createTempFile(folder, "next", ".json");
      Files.write(next, json.writeValueAsBytes(document));
      Files.setLastModifiedTime(next, FileTime.from(confirmedAt));
      Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("The flags can't be kept in {}: {}", file, e.toString());
    }
  }

  /** Notes that the kept document is still the newest. */
  void confirm(Instant at) {
    if (file == null) {
      return;
    }
    try {
      Files.setLastModifiedTime(file, FileTime.from(at));
    } catch (IOException e) {
      log.debug("The age of the kept flags can't be written", e);
    }
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
