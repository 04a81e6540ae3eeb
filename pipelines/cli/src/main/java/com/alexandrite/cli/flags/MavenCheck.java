package com.alexandrite.cli.flags;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats the touched modules of a work tree, compiles them with all checks, and tests them. */
final class MavenCheck implements RemovalCheck {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern COMPILER =
      Pattern.compile("\\[ERROR] (/\\S+\\.java):\\[(\\d+),\\d+] (.*)");
  private static final Pattern TEST =
      Pattern.compile("\\[ERROR] (?:  )?(\\w+(?:\\.\\w+)*(?::\\d+| ).*(?:Expect|expect|»|:).*)");
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
    String modules = String.join(",", touched(folder, changed));
    terminal.progress("format", modules);
    maven(folder, "-pl", modules, "spotless:apply");
    terminal.progress("verify", "compiling and testing " + modules + " (log: " + log + ")");
    maven(folder, "-pl", modules, "-am", "verify");
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
