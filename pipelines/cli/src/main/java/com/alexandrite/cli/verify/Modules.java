package com.alexandrite.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The modules of the checkout, as the parent pom lists them. */
final class Modules {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private Modules() {}

  static List<Path> of(Path checkout) throws IOException {
    String pom = Files.readString(checkout.resolve("pom.xml"));
    return MODULE.matcher(pom).results().map(found -> checkout.resolve(found.group(1))).toList();
  }
}
