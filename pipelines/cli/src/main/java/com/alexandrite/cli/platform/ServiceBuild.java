package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.artifact.MavenBuild;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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

  Map<String, Artifact> upToDate() throws IOException, InterruptedException {
    BuiltSources sources = BuiltSources.of(checkout(), platform.installation().home().path());
    Map<String, Artifact> built = built(sources);
    if (built.size() == MODULES.size()) {
      return built;
    }
    build();
    register(sources);
    return built(sources);
  }

  private static Map<String, Artifact> built(BuiltSources sources) throws IOException {
    Map<String, Artifact> built = new LinkedHashMap<>();
    for (String service : MODULES.keySet()) {
      sources.version(service).ifPresent(artifact -> built.put(service, artifact));
    }
    return built;
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
  private void register(BuiltSources sources) throws IOException, InterruptedException {
    var git = new Git(checkout());
    String revision = git.revision("HEAD");
    boolean dirty = !git.changes().isBlank();
    for (var module : MODULES.entrySet()) {
      Path jar = maven().jar(module.getValue());
      sources.built(platform.artifacts().registerIfNew(module.getKey(), jar, revision, dirty));
    }
  }

  private Path checkout() {
    return platform.installation().checkout();
  }
}
