package com.alexandrite.environment.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Answers {@code extract --destination D --application-filename F} as Boot's jar tool does. */
public final class ExtractingMain {

  private ExtractingMain() {}

  /** The entry point of the test's jar. */
  public static void main(String[] arguments) throws IOException {
    var words = List.of(arguments);
    Path target = Path.of(words.get(words.indexOf("--destination") + 1));
    Files.createDirectories(target);
    Files.createFile(target.resolve(words.get(words.indexOf("--application-filename") + 1)));
  }
}
