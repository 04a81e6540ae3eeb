package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.artifact.AotTraining;
import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.local.BackingServer;
import com.alexandrite.environment.local.ServiceProcess;
import com.alexandrite.environment.local.SupervisorGuard;
import com.alexandrite.environment.process.Orphans;
import com.alexandrite.environment.process.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code up} from top to bottom. Every step looks first and does only what is missing, so that the
 * whole can be repeated at any time.
 */
final class BringingUp {

  private static final Duration BROKER_LIMIT = Duration.ofSeconds(60);

  /** A service is of use with its first pod; the others have begun at the same time. */
  private static final Duration OTHER_PODS_LIMIT = Duration.ofSeconds(60);

  private static final String POSTGRES = "postgres";

  private final Installation installation;
  private final Terminal terminal;
  private final Stopwatch stopwatch = Stopwatch.start();
  private @Nullable Readiness readiness;

  BringingUp(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  UpResult run(boolean smoke) throws Exception {
    new Preconditions(installation, terminal).ensure();
    Platform platform = Platform.of(installation);
    startSupervisor(platform);
    Map<String, Artifact> artifacts =
        Together.both(() -> startServers(platform), () -> buildServices(platform));
    platform.configuration().write(manifests());
    startConsoleEarly(platform, artifacts);
    awaitServers(platform);
    new Training(platform, terminal).of(artifacts);
    startConsole(platform, artifacts);
    startServices(platform, artifacts);
    return report(platform, smoke ? smokeOrder(platform) : null);
  }

  private Readiness readiness(Platform platform) {
    if (readiness == null) {
      readiness = new Readiness(platform, stopwatch, terminal);
    }
    return readiness;
  }

  /** What an earlier run left half-started is ended or adopted here. */
  private void startSupervisor(Platform platform) throws IOException {
    platform.supervisor().stopOtherThan(Platform.ownClassPath());
    if (platform.supervisor().running().isEmpty()) {
      int orphans = Orphans.kill(installation.home().path());
      if (orphans > 0) {
        terminal.progress("supervisor", "ended " + orphans + " processes that an earlier run left");
      }
      new PortCheck(platform).ensureFree();
      platform.supervisor().ensureRunning(Platform.ownClassPath());
    }
    var guard = new SupervisorGuard(installation.home());
    platform.host().want(guard.spec(Platform.ownClassPath()));
  }

  /** All are started; only the databases are waited for, the broker needs much longer. */
  private void startServers(Platform platform) throws IOException {
    for (BackingServer server : platform.servers().own()) {
      server.prepare();
      platform.host().want(server.spec());
    }
    platform.servers().provisionBucket();
    if (platform.servers().own().stream().anyMatch(server -> server.name().equals(POSTGRES))) {
      readiness(platform).await(List.of(POSTGRES));
    }
    platform.servers().provisionDatabases();
  }

  private void awaitServers(Platform platform) throws IOException {
    readiness(platform).await(platform.servers().own().stream().map(BackingServer::name).toList());
    if (!Waiting.until(platform.servers()::brokerAnswers, BROKER_LIMIT)) {
      throw new CommandFailed(
          "RabbitMQ listens, but its management interface does not answer",
          "./alexandrite logs rabbitmq");
    }
    platform.servers().provisionBroker();
  }

  private Map<String, Artifact> buildServices(Platform platform) throws Exception {
    return new ServiceBuild(platform, terminal).upToDate();
  }

  /**
   * The console needs no broker and brings the pods back: it uses the time that the broker takes.
   */
  private void startConsoleEarly(Platform platform, Map<String, Artifact> artifacts)
      throws IOException {
    if (artifacts.values().stream().allMatch(AotTraining::done)) {
      wantConsole(platform, artifacts);
    }
  }

  private void startConsole(Platform platform, Map<String, Artifact> artifacts) throws IOException {
    wantConsole(platform, artifacts);
    readiness(platform).await(List.of(ServiceProcess.CONSOLE.name()));
  }

  private void wantConsole(Platform platform, Map<String, Artifact> artifacts) throws IOException {
    ServiceProcess console = ServiceProcess.CONSOLE;
    Artifact artifact = Objects.requireNonNull(artifacts.get(console.name()), console.name());
    Map<String, String> configuration = platform.configuration().read(console.name());
    Path folder = installation.home().path();
    platform.host().want(console.spec(artifact, configuration, platform.ports(), folder));
  }

  /** Their processes belong to their rollouts, which are told once which version to begin with. */
  private void startServices(Platform platform, Map<String, Artifact> artifacts)
      throws IOException, InterruptedException {
    // As single processes they were called so, before each had a rollout.
    ServiceRollouts.ALL.forEach(platform.host()::unwant);
    new ServiceRollouts(platform, terminal).ensure(artifacts);
  }

  private SmokeOrder.Result smokeOrder(Platform platform) throws Exception {
    var result =
        new SmokeOrder(platform.ports().get("edge"), installation.demoPassword(), terminal).take();
    terminal.progress(
        "order",
        "%s went from upload to %s in %.1f s"
            .formatted(result.orderId(), result.state(), result.seconds()));
    return result;
  }

  private UpResult report(Platform platform, SmokeOrder.@Nullable Result smoke) {
    Waiting.until(() -> Health.of(platform).healthy(), OTHER_PODS_LIMIT);
    Health health = Health.of(platform);
    double seconds = stopwatch.seconds();
    terminal.say("");
    Status.print(terminal, health);
    terminal.say("");
    terminal.say(
        String.format(
            Locale.ROOT,
            "%s after %.1f s. The demo accounts' password is in %s.",
            health.healthy() ? terminal.good("Up") : terminal.bad("Not healthy"),
            seconds,
            installation.home().resolve("secrets/demo-password")));
    return new UpResult(health.healthy(), health.components(), health.addresses(), smoke, seconds);
  }

  private Path manifests() {
    return installation.checkout().resolve("argo-rollouts/manifests");
  }
}
