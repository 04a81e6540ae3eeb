package com.alexandrite.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the wanted tests are.
 *
 * @param everything whether no name narrows the run
 * @param modules the modules with wanted tests, relative to the checkout; without the scenarios
 * @param inScenarios whether some of the scenarios are wanted
 */
record Selection(boolean everything, List<Path> modules, boolean inScenarios) {
  private static final Path SCENARIOS = Path.of("e2e-tests");

  static Selection of(TestRequest request, List<Path> modules, Path checkout) throws IOException {
    String only = request.only();
    if (only == null) {
      return new Selection(true, List.of(), true);
    }
    Pattern file = fileOf(only);
    List<Path> found = new ArrayList<>();
    for (Path module : modules) {
      if (hasTest(module, file)) {
        found.add(checkout.relativize(module));
      }
    }
    boolean scenarios = found.remove(SCENARIOS);
    return new Selection(false, found, scenarios);
  }

  boolean inModules() {
    return everything || !modules.isEmpty();
  }

  /** Maven's options for the modules other than the scenarios. */
  List<String> mavenModules() {
    if (everything) {
      return List.of("-pl", "!" + SCENARIOS);
    }
    return List.of(
        "-am", "-pl", modules.stream().map(Path::toString).collect(Collectors.joining(",")));
  }

  private static Pattern fileOf(String only) {
    String className = only.split("#", 2)[0];
    String name =
        Stream.of(className.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(name + "\\.java");
  }

  private static boolean hasTest(Path module, Pattern file) throws IOException {
    Path sources = module.resolve("src/test/java");
    if (!Files.isDirectory(sources)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files.anyMatch(path -> file.matcher(path.getFileName().toString()).matches());
    }
  }
}
