package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the files of a rollout: sent by a program, or in its folder and the shared one. */
@Component
@OnThisMachine
class ManifestFolder {
  /** A line by which a sender of several files in one text names the next one. */
  private static final Pattern NEXT_FILE = Pattern.compile("(?m)^# file: (.+)$");

  /** Templates that all rollouts share. */
  private static final String SHARED = "analysis";

  private final Path folder;

  ManifestFolder(ConsoleSettings settings) {
    this.folder = settings.manifests();
  }

  /** The files of the rollout's own folder and the shared ones; none if it has no such folder. */
  List<ManifestFile> of(String rollout) {
    Path own = folder.resolve(rollout).normalize();
    if (!own.startsWith(folder.normalize()) || !Files.isDirectory(own)) {
      return List.of();
    }
    return Stream.concat(in(own), in(folder.resolve(SHARED))).toList();
  }

  /** The files of one folder alone. */
  List<ManifestFile> alone(String subfolder) {
    return in(folder.resolve(subfolder)).toList();
  }

  private Stream<ManifestFile> in(Path subfolder) {
    if (!Files.isDirectory(subfolder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(subfolder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
          .map(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ManifestFile read(Path file) {
    try {
      return new ManifestFile(folder.relativize(file).toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files in one text; lines are counted within each. */
  static List<ManifestFile> split(String rollout, String text) {
    List<ManifestFile> files = new ArrayList<>();
    var marker = NEXT_FILE.matcher(text);
    String name = rollout + ".yaml";
    int start = 0;
    while (marker.find()) {
      addUnlessBlank(files, name, text.substring(start, marker.start()));
      name = marker.group(1).strip();
      start = Math.min(marker.end() + 1, text.length());
    }
    addUnlessBlank(files, name, text.substring(start));
    return files;
  }

  private static void addUnlessBlank(List<ManifestFile> files, String name, String text) {
    if (!text.isBlank()) {
      files.add(new ManifestFile(name, text));
    }
  }
}
