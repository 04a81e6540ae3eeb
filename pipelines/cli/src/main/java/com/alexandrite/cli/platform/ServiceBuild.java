package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.MavenBuild;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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
    terminal.progress("build", "Maven builds the services (log: " + maven().log() + ")");
    Process process = maven().start(new TreeSet<>(MODULES.values()), Map.of());
    if (Patience.await(process, "build", "Maven is at work", terminal) != 0) {
      throw new CommandFailed(
          "the services do not build\n" + String.join("\n", maven().errors()),
          "read " + maven().log());
    }
  }

  private MavenBuild maven() {
    return new MavenBuild(checkout(), platform.installation().home().resolve("logs/build.log"));
  }

  /** Content that is registered already keeps its version: nothing has to restart for it. */
  private void register() throws IOException, InterruptedException {
    var git = new Git(checkout());
    String revision = git.revision("HEAD");
    boolean dirty = !git.changes().isBlank();
    for (var module : MODULES.entrySet()) {
      Path jar = maven().jar(module.getValue());
      platform.artifacts().registerIfNew(module.getKey(), jar, revision, dirty);
    }
  }

  private Map<String, Artifact> newest() {
    Map<String, Artifact> newest = new LinkedHashMap<>();
    for (String service : MODULES.keySet()) {
      platform.artifacts().latest(service).ifPresent(artifact -> newest.put(service, artifact));
    }
    return newest;
  }

  private Path checkout() {
    return platform.installation().checkout();
  }
}
