package com.alexandrite.environment.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds modules in a work tree with its own Maven. The bytes only: a revision is checked when it
 * is merged.
 *
 * @param folder the work tree
 * @param log where Maven's output goes; an earlier one is replaced
 */
public record MavenBuild(Path folder, Path log) {
  private static final String ERROR = "[ERROR] ";
  private static final int SHOWN_ERRORS = 8;
  private static final Pattern COMPILER_ERROR =
      Pattern.compile("\\[ERROR\\] (/.+):\\[(\\d+),\\d+\\] (?:error: )?(.+)");

  /**
   * Starts Maven; what comes of it, its exit code tells.
   *
   * @param modules folders of what to build, such as {@code services/shop}
   * @param environment variables beside those of this process
   * @param through a command that runs a command, such as {@code nice}; none to run Maven as it is
   */
  public Process start(
      Collection<String> modules, Map<String, String> environment, String... through)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(through));
    command.addAll(List.of(folder.resolve("mvnw").toString(), "-B", "-ntp"));
    command.addAll(List.of("-Dquick", "-Dmaven.test.skip=true", "-T1C", "-pl"));
    command.addAll(List.of(String.join(",", modules), "-am", "package"));
    Files.createDirectories(log.getParent());
    var maven =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven.environment().putAll(environment);
    return maven.start();
  }

  /** The first things that went wrong: {@code services/shop/src/…/Cart.java:12: what} if it can. */
  public List<String> errors() throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> errors = lines.filter(line -> line.startsWith(ERROR)).toList();
      List<String> ofCompiler = errors.stream().flatMap(this::ofCompiler).distinct().toList();
      return (ofCompiler.isEmpty()
              ? errors.stream().map(line -> line.substring(ERROR.length())).distinct()
              : ofCompiler.stream())
          .limit(SHOWN_ERRORS)
          .toList();
    }
  }

  private Stream<String> ofCompiler(String line) {
    Matcher error = COMPILER_ERROR.matcher(line);
    if (!error.matches()) {
      return Stream.empty();
    }
    Path file = Path.of(error.group(1));
    Path shown = file.startsWith(folder) ? folder.relativize(file) : file;
    return Stream.of(shown + ":" + error.group(2) + ": " + error.group(3));
  }

  /**
   * The jar that a module was built into.
   *
   * @throws IOException when there is none
   */
  public Path jar(String module) throws IOException {
    Path target = folder.resolve(module).resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .orElseThrow(() -> new IOException("the build left no jar in " + target));
    }
  }
}
