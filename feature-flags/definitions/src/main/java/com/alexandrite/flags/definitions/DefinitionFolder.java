package com.alexandrite.flags.definitions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where definitions are kept: a checkout, or the copy of it in this module's jar. */
public final class DefinitionFolder {
  /** From the top of a checkout. */
  public static final String PATH = "feature-flags/definitions";

  private static final String FLAGS = PATH + "/flags";
  private static final String SEGMENTS = PATH + "/segments.yaml";

  private DefinitionFolder() {}

  /**
   * Reads and checks every definition of a checkout.
   *
   * @throws IOException when a file cannot be read
   */
  public static FlagDefinitions.Reading read(Path checkout) throws IOException {
    List<DefinitionFile> flags = new ArrayList<>();
    for (Path file : files(checkout.resolve(FLAGS))) {
      flags.add(new DefinitionFile(FLAGS + "/" + file.getFileName(), Files.readString(file)));
    }
    Path segments = checkout.resolve(SEGMENTS);
    return DefinitionReader.read(flags, new DefinitionFile(SEGMENTS, Files.readString(segments)));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /**
   * Reads the definitions that this module was built with, for a process without a checkout.
   *
   * @param keys of the flags; the generated catalogue knows them
   * @throws IOException when one of them is not in the jar
   */
  public static FlagDefinitions bundled(Collection<String> keys) throws IOException {
    List<DefinitionFile> flags = new ArrayList<>();
    for (String key : keys.stream().sorted().toList()) {
      flags.add(
          new DefinitionFile(FLAGS + "/" + key + ".yaml", resource("flags/" + key + ".yaml")));
    }
    return DefinitionReader.read(flags, new DefinitionFile(SEGMENTS, resource("segments.yaml")))
        .accepted();
  }

  private static String resource(String name) throws IOException {
    try (InputStream bytes = DefinitionFolder.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IOException("this build holds no flag definition " + name);
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
