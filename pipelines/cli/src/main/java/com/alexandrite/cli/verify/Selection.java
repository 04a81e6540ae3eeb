package com.alexandrite.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the wanted tests are.
 *
 * @param everything whether no name narrows the run
 * @param modules the modules with wanted tests, relative to the checkout; without the scenarios
 * @param tests Maven's options for the wanted unit and integration tests
 * @param inScenarios whether some of the scenarios are wanted
 */
record Selection(boolean everything, List<Path> modules, List<String> tests, boolean inScenarios) {
  private static final Path SCENARIOS = Path.of("e2e-tests");
  private static final String NONE = "NoTestOfThisKind";

  static Selection of(TestRequest request, List<Path> modules, Path checkout) throws IOException {
    String only = request.only();
    if (only == null) {
      return new Selection(true, List.of(), List.of(), true);
    }
    Pattern file = fileOf(only);
    List<Path> found = new ArrayList<>();
    Set<String> classes = new LinkedHashSet<>();
    for (Path module : modules) {
      Set<String> here = classesIn(module, file);
      if (classes.addAll(here) || !here.isEmpty()) {
        found.add(checkout.relativize(module));
      }
    }
    boolean scenarios = found.remove(SCENARIOS);
    return new Selection(false, found, mavenTests(classes, methodOf(only)), scenarios);
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

  /** A name given to both of Maven's test plugins would run twice. */
  private static List<String> mavenTests(Set<String> classes, String method) {
    return List.of(
        "-Dtest=" + named(classes.stream().filter(name -> !name.endsWith("IT")), method),
        "-Dit.test=" + named(classes.stream().filter(name -> name.endsWith("IT")), method),
        "-Dsurefire.failIfNoSpecifiedTests=false",
        "-Dfailsafe.failIfNoSpecifiedTests=false");
  }

  private static String named(Stream<String> classes, String method) {
    String names = classes.map(name -> name + method).collect(Collectors.joining(","));
    return names.isEmpty() ? NONE : names;
  }

  private static String methodOf(String only) {
    int hash = only.indexOf('#');
    return hash < 0 ? "" : only.substring(hash);
  }

  private static Pattern fileOf(String only) {
    String className = only.split("#", 2)[0];
    String name =
        Stream.of(className.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile("(" + name + ")\\.java");
  }

  private static Set<String> classesIn(Path module, Pattern file) throws IOException {
    Path sources = module.resolve("src/test/java");
    if (!Files.isDirectory(sources)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .map(path -> file.matcher(path.getFileName().toString()))
          .filter(name -> name.matches() && name.group(1).matches(".*(Test|IT|Properties)"))
          .map(name -> name.group(1))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }
}
