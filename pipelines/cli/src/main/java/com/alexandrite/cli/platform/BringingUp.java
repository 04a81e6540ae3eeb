package com.alexandrite.cli.platform;

import com.alexandrite.cli.rollouts.ConsoleAway;
import com.alexandrite.cli.rollouts.ConsoleRefused;
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
    startServices(platform, artifacts);
    startShop(platform, artifacts);
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
      want(platform, artifacts, List.of(ServiceProcess.CONSOLE));
    }
  }

  private void startServices(Platform platform, Map<String, Artifact> artifacts)
      throws IOException {
    want(platform, artifacts, ServiceProcess.ALL);
    readiness(platform).await(ServiceProcess.ALL.stream().map(ServiceProcess::name).toList());
  }

  private void want(
      Platform platform, Map<String, Artifact> artifacts, List<ServiceProcess> services)
      throws IOException {
    for (ServiceProcess service : services) {
      Artifact artifact = Objects.requireNonNull(artifacts.get(service.name()), service.name());
      Map<String, String> configuration = platform.configuration().read(service.name());
      Path folder = installation.home().path();
      platform.host().want(service.spec(artifact, configuration, platform.ports(), folder));
    }
  }

  /** The Shop's processes belong to its rollout: it is told once which version to begin with. */
  private void startShop(Platform platform, Map<String, Artifact> artifacts)
      throws IOException, InterruptedException, ConsoleAway, ConsoleRefused {
    Artifact shop = Objects.requireNonNull(artifacts.get("shop"), "shop");
    new ShopRollout(platform, terminal).ensure(shop, manifests().resolve("shop"));
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
