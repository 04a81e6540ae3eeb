package com.alexandrite.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules of the checkout, as the parent pom lists them. */
final class Modules {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private static final List<String> COMPILED =
      List.of("target/classes", "target/test-classes", "target/maven-status");

  private Modules() {}

  static List<Path> of(Path checkout) throws IOException {
    String pom = Files.readString(checkout.resolve("pom.xml"));
    return MODULE.matcher(pom).results().map(found -> checkout.resolve(found.group(1))).toList();
  }

  /** Removes all compiled classes, so that the next build compiles them with every check. */
  static void forgetClasses(List<Path> modules) throws IOException {
    for (Path module : modules) {
      for (String folder : COMPILED) {
        delete(module.resolve(folder));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
