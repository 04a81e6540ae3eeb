package com.alexandrite.cli.flags;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats the touched modules of a work tree, compiles them with all checks, and tests them. */
final class MavenCheck implements RemovalCheck {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  // A warning fails the build as well.
  private static final Pattern COMPILER =
      Pattern.compile("\\[(?:ERROR|WARNING)] (/\\S+\\.java):\\[(\\d+),\\d+] (.*)");
  // A failed test: its class, method and line, and what it says.
  private static final Pattern TEST =
      Pattern.compile("\\[ERROR] {1,3}(\\w+(?:\\.\\w+)*\\.\\w+:\\d+.*)");
  private static final int SHOWN = 12;

  private final Path log;
  private final Terminal terminal;

  MavenCheck(Path log, Terminal terminal) {
    this.log = log;
    this.terminal = terminal;
  }

  @Override
  public void pass(Path folder, Collection<String> changed)
      throws IOException, InterruptedException {
    Files.createDirectories(log.getParent());
    Files.deleteIfExists(log);
    List<String> touched = touched(folder, changed);
    String modules = String.join(",", touched);
    terminal.progress("format", modules);
    maven(folder, "-pl", modules, "spotless:apply");
    terminal.progress("verify", "compiling and testing " + modules + " (log: " + log + ")");
    // What they need is built too, for Maven finds it nowhere else, but tested it was before.
    maven(
        folder,
        "-pl",
        modules,
        "-am",
        "-Dtest=" + tests(folder, touched, "Test.java"),
        "-Dit.test=" + tests(folder, touched, "IT.java"),
        "-Dsurefire.failIfNoSpecifiedTests=false",
        "-Dfailsafe.failIfNoSpecifiedTests=false",
        "verify");
  }

  private static List<String> touched(Path folder, Collection<String> changed) throws IOException {
    String pom = Files.readString(folder.resolve("pom.xml"));
    return MODULE
        .matcher(pom)
        .results()
        .map(found -> found.group(1))
        .filter(module -> changed.stream().anyMatch(path -> path.startsWith(module + "/")))
        .toList();
  }

  /**
   * The test classes of the modules whose files end so; a name that is none when there are none.
   */
  private static String tests(Path folder, List<String> modules, String ending) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String module : modules) {
      Path tests = folder.resolve(module).resolve("src/test/java");
      if (Files.isDirectory(tests)) {
        try (Stream<Path> files = Files.walk(tests)) {
          files
              .map(file -> tests.relativize(file).toString())
              .filter(name -> name.endsWith(ending))
              .forEach(name -> names.add(name.replace(".java", "").replace('/', '.')));
        }
      }
    }
    return names.isEmpty() ? "none" : String.join(",", names);
  }

  private void maven(Path folder, String... goals) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("mvnw").toString(), "-B"));
    command.addAll(List.of(goals));
    ProcessBuilder maven = new ProcessBuilder(command);
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int code =
        maven
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start()
            .waitFor();
    if (code != 0) {
      throw failure(folder);
    }
  }

  private CommandFailed failure(Path folder) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      String found =
          lines
              .flatMap(line -> told(folder, line))
              .distinct()
              .limit(SHOWN)
              .collect(Collectors.joining("\n  "));
      return new CommandFailed(
          "Nothing was changed: without the flag the code does not compile or pass.\n  "
              + (found.isEmpty() ? "The build failed; its log says why." : found),
          "mend what is named (the whole log: " + log + "), commit, and run it again");
    }
  }

  private static Stream<String> told(Path folder, String line) {
    return Stream.concat(
        COMPILER
            .matcher(line)
            .results()
            .map(found ->
                folder.relativize(Path.of(found.group(1)))
                    + ":"
                    + found.group(2)
                    + ": "
                    + found.group(3)),
        TEST.matcher(line).results().map(found -> found.group(1)));
  }
}
