package com.alexandrite.cli.platform;

import com.alexandrite.environment.source.Git;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.artifact.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The newest artifact of every service; built only when a source file differs from the last build.
 */
record ServiceBuild(Platform platform, Terminal terminal) {

  /** Services and the modules they are built in. */
  private static final Map<String, String> MODULES =
      Map.of(
          "console", "pipelines/console",
          "crm", "services/crm",
          "mes", "services/mes",
          "pricing-worker", "services/pricing-worker",
          "shop", "services/shop");

  private static final List<String> SOURCES =
      List.of(
          "pom.xml",
          ".mvn",
          "services",
          "feature-flags",
          "argo-rollouts",
          "environments",
          "pipelines/console");

  private static final String STAMP = "artifacts/sources.sha256";

  Map<String, Artifact> upToDate() throws IOException, InterruptedException {
    String sources = SourceHash.of(checkout(), SOURCES);
    Path stamp = platform.installation().home().resolve(STAMP);
    boolean built = Files.exists(stamp) && Files.readString(stamp).equals(sources);
    if (!built || newest().size() < MODULES.size()) {
      build();
      register();
      platform.installation().home().write(STAMP, sources);
    }
    return newest();
  }

  private void build() throws IOException, InterruptedException {
    Path log = platform.installation().home().resolve("logs/build.log");
    Files.createDirectories(log.getParent());
    terminal.progress("build", "Maven builds the services (log: " + log + ")");
    Process maven = maven(log);
    if (Patience.await(maven, "build", "Maven is at work", terminal) != 0) {
      throw new CommandFailed("the services do not build\n" + errors(log), "read " + log);
    }
  }

  private Process maven(Path log) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(checkout().resolve("mvnw").toString(), "-B", "-Dquick"));
    command.addAll(List.of("-DskipTests", "-T1C", "-pl"));
    command.add(MODULES.values().stream().sorted().collect(Collectors.joining(",")));
    command.addAll(List.of("-am", "package"));
    var builder =
        new ProcessBuilder(command)
            .directory(checkout().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  /** Content that is registered already keeps its version: nothing has to restart for it. */
  private void register() throws IOException, InterruptedException {
    var git = new Git(checkout());
    String revision = git.revision("HEAD");
    boolean dirty = !git.changes().isBlank();
    for (var module : MODULES.entrySet()) {
      Optional<Path> jar = jar(module.getValue());
      if (jar.isPresent()) {
        platform.artifacts().registerIfNew(module.getKey(), jar.get(), revision, dirty);
      }
    }
  }

  private Optional<Path> jar(String module) throws IOException {
    try (Stream<Path> files = Files.list(checkout().resolve(module).resolve("target"))) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
    }
  }

  private Map<String, Artifact> newest() {
    Map<String, Artifact> newest = new LinkedHashMap<>();
    for (String service : MODULES.keySet()) {
      platform.artifacts().latest(service).ifPresent(artifact -> newest.put(service, artifact));
    }
    return newest;
  }

  private static String errors(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.startsWith("[ERROR]"))
          .limit(8)
          .collect(Collectors.joining("\n"));
    }
  }

  private Path checkout() {
    return platform.installation().checkout();
  }
}
