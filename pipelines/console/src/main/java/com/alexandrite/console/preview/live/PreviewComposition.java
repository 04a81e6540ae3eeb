package com.alexandrite.console.preview.live;

import com.alexandrite.console.release.ConsoleSettings;
import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.local.Checkout;
import com.alexandrite.environment.local.FreePorts;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.LocalServers;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.environment.local.Secrets;
import com.alexandrite.environment.local.ServiceConfiguration;
import com.alexandrite.environment.source.Git;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.build.PreviewBuilds;
import com.alexandrite.preview.change.Branches;
import com.alexandrite.preview.change.MergeRefs;
import com.alexandrite.preview.comment.CommentPoster;
import com.alexandrite.preview.comment.PreviewComment;
import com.alexandrite.preview.comment.PreviewComments;
import com.alexandrite.preview.data.Databases;
import com.alexandrite.preview.life.Addresses;
import com.alexandrite.preview.life.Baseline;
import com.alexandrite.preview.life.LivePreviews;
import com.alexandrite.preview.life.PreviewLimits;
import com.alexandrite.preview.life.PreviewPorts;
import com.alexandrite.preview.route.EdgeRoutes;
import com.alexandrite.preview.route.PreviewRoutes;
import com.alexandrite.preview.space.BrokerSpace;
import com.alexandrite.preview.space.FilesSpace;
import com.alexandrite.preview.space.FlagEnvironments;
import com.alexandrite.preview.space.FlagSpace;
import com.alexandrite.preview.space.ObjectSpace;
import com.alexandrite.preview.space.RedisSpace;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Previews with the adapters of one machine. Whoever names a checkout has them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("alexandrite.previews.checkout")
@EnableConfigurationProperties(PreviewSettings.class)
class PreviewComposition {

  private static final Duration BEAT = Duration.ofMillis(500);

  /** The parts of the machine, found by the home. */
  private record Machine(
      Home home, Ports ports, Secrets secrets, LocalServers servers, String installation) {

    static Machine of(ConsoleSettings console, PreviewSettings settings) throws IOException {
      Home home = new Home(console.home());
      Ports ports = Ports.of(home, false);
      Secrets secrets = new Secrets(home);
      LocalServers servers =
          new LocalServers(
              home, ports, secrets, System.getenv(), new Checkout(settings.checkout()));
      return new Machine(home, ports, secrets, servers, installation(home));
    }

    /** Two homes may share a server by its address: their previews must not. */
    private static String installation(Home home) {
      CRC32 sum = new CRC32();
      sum.update(home.path().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().toHexDigits((int) sum.getValue());
    }
  }

  @Bean(initMethod = "start")
  LivePreviews livePreviews(
      ConsoleSettings console,
      PreviewSettings settings,
      RolloutStore rollouts,
      JdbcClient jdbc,
      FlagEnvironments flagEnvironments,
      InstantSource clock)
      throws IOException {
    Machine machine = Machine.of(console, settings);
    Git git = new Git(settings.checkout());
    Baseline baseline = baseline(machine, rollouts);
    LocalBuild build = build(machine, git, baseline, clock);
    Databases databases = databases(machine, settings, clock);
    BrokerSpace broker =
        new BrokerSpace(
            machine.installation(), machine.servers().broker(), machine.servers().brokerAdmin());
    FlagSpace flags = new FlagSpace(flagEnvironments);
    List<PreviewResource> resources =
        List.of(
            databases,
            broker,
            flags,
            new ObjectSpace(machine.installation(), machine.servers().objectStore()),
            new RedisSpace(machine.installation(), machine.servers().redisUrl()),
            new MergeRefs(git),
            new FilesSpace(machine.home(), settings.checkout()));
    return new LivePreviews(
        setting(machine, settings, build),
        new PreviewPorts(
            new JdbcPreviewStore(jdbc),
            new GitBranches(new Branches(git)),
            baseline,
            build,
            new EdgeRoutes(new PreviewRoutes(machine.home(), clock)),
            broker::demand,
            resources,
            databases::report,
            flags::differences,
            clock));
  }

  /** The comment of a preview, where a page or a program asks for it. */
  @Bean
  Function<PreviewView, String> previewComment(ConsoleSettings console) throws IOException {
    Addresses addresses = addresses(console);
    return view ->
        PreviewComment.markdown(view, URI.create(addresses.page(new PreviewName(view.name()))));
  }

  @Bean
  CommentsOnRequests commentsOnRequests(
      LivePreviews previews, ConsoleSettings console, InstantSource clock) throws IOException {
    Addresses addresses = addresses(console);
    return new CommentsOnRequests(
        previews,
        new PreviewComments(
            CommentPoster.configured(System.getenv(), clock),
            name -> URI.create(addresses.page(new PreviewName(name)))));
  }

  private static Addresses addresses(ConsoleSettings console) throws IOException {
    return new Addresses(Ports.of(new Home(console.home()), false).get("edge"));
  }

  private static Baseline baseline(Machine machine, RolloutStore rollouts) {
    return new LiveBaseline(
        new ArtifactStore(machine.home().path()),
        rollouts,
        new ServiceConfiguration(
            machine.home(), machine.ports(), machine.secrets(), machine.servers()));
  }

  private static LocalBuild build(
      Machine machine, Git git, Baseline baseline, InstantSource clock) {
    PreviewBuilds builds =
        new PreviewBuilds(
            machine.home().path(),
            git,
            version -> Optional.of(baseline.configuration(version.service())),
            clock);
    return new LocalBuild(builds, baseline, machine.home());
  }

  private static Databases databases(Machine machine, PreviewSettings settings, InstantSource clock)
      throws IOException {
    return new Databases(
        machine.servers().databases(),
        com.alexandrite.preview.data.Baseline.of(
            machine.installation(),
            settings.checkout(),
            machine.secrets().get("preview-pseudonyms"),
            closed(machine)),
        clock);
  }

  /** On a server of our own, previews have no business in its standard databases either. */
  private static Set<String> closed(Machine machine) {
    Set<String> closed = new TreeSet<>(LocalServers.DATABASES);
    if (machine.servers().own().stream().anyMatch(server -> server.name().equals("postgres"))) {
      closed.addAll(List.of("postgres", "template1"));
    }
    return closed;
  }

  private static LivePreviews.Setting setting(
      Machine machine, PreviewSettings settings, LocalBuild build) throws IOException {
    return new LivePreviews.Setting(
        machine.home().path(),
        machine.installation(),
        machine.secrets().get("previews"),
        new Addresses(machine.ports().get("edge")),
        PreviewLimits.within(settings.memoryBytes(machineBytes())),
        new FreePorts()::takeTwo,
        new DemoAccounts(build::sources, settings.checkout()),
        BEAT);
  }

  private static long machineBytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }
}
