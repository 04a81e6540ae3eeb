package com.alexandrite.e2e.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running platform that the scenarios are played on. They start nothing themselves: {@code
 * ./alexandrite test} brings it up and names its home in {@code ALEXANDRITE_E2E_HOME}.
 */
public final class Platform {
  private static final String HOME = "ALEXANDRITE_E2E_HOME";
  private static final Duration AWAKE_WITHIN = Duration.ofSeconds(90);

  private final Path home;
  private final int edgePort;
  private final String space;

  private Platform(Path home, int edgePort, String space) {
    this.home = home;
    this.edgePort = edgePort;
    this.space = space;
  }

  /**
   * The platform of this run.
   *
   * @throws IllegalStateException when no home is named
   */
  public static Platform running() {
    String named = System.getProperty(HOME, Objects.requireNonNullElse(System.getenv(HOME), ""));
    if (named.isEmpty()) {
      throw new IllegalStateException(
          HOME
              + " is not set: run ./alexandrite test, or set it to the home of a running platform");
    }
    Path home = Path.of(named);
    int edge = JsonMapper.shared().readTree(read(home.resolve("ports.json"))).path("edge").asInt();
    return new Platform(home, edge, "");
  }

  /** The same with all sites in a preview. */
  public Platform inPreview(String name) {
    return new Platform(home, edgePort, "." + name);
  }

  /** One site behind the edge, seen with a fresh browser: shop, crm, mes, console. */
  public SiteClient site(String name) {
    return new SiteClient(name + space, edgePort);
  }

  /** A customer with a demo account: anna or boris. */
  public Customer customer(String name) {
    return new Customer(signedIn("shop", name), name);
  }

  /** The demo seller. */
  public Seller seller() {
    return new Seller(signedIn("crm", "vera"));
  }

  /** An operator with a demo account: oleg or olga. */
  public Operator operator(String name) {
    return new Operator(signedIn("mes", name));
  }

  /** The release manager, at the console and at the command line. */
  public ReleaseManager releaseManager() {
    SiteClient console =
        site("console").withToken(read(home.resolve("secrets/console-token")).strip());
    return new ReleaseManager(console, new CommandLine(home));
  }

  /** A developer at the command line. */
  public Developer developer() {
    return new Developer(new CommandLine(home));
  }

  /** Played customers at a steady rate in requests per second; they leave when closed. */
  public Crowd crowd(int rate) {
    return Crowd.arrives(new CommandLine(home), home, rate);
  }

  /** What there is of a preview, counted from outside. */
  public Leftovers leftovers(String preview) {
    return Leftovers.of(preview, home);
  }

  /** Somebody who kills processes. */
  public Saboteur saboteur() {
    return new Saboteur(new CommandLine(home));
  }

  /** The password of every demo account of this platform. */
  public String demoPassword() {
    return read(home.resolve("config/shop.env"))
        .lines()
        .filter(line -> line.startsWith("ALEXANDRITE_DEMO_PASSWORD="))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no demo password in config/shop.env"));
  }

  /** The address of a site as a browser opens it. */
  public String address(String site) {
    return "http://" + site + space + ".localhost:" + edgePort;
  }

  private SiteClient signedIn(String site, String user) {
    SiteClient client = site(site);
    // In a preview, the first visit may start the service.
    Eventually.see(
        address(site) + " answers",
        AWAKE_WITHIN,
        () -> client.get("/api/session"),
        answer -> answer.statusCode() == 200 && answer.contentType().contains("json"));
    client.signIn(user, demoPassword());
    return client;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the platform's home is not complete", e);
    }
  }
}
