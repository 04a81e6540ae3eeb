package com.alexandrite.preview.route;

import com.alexandrite.environment.haproxy.AdminSocket;
import com.alexandrite.environment.haproxy.HaproxyRefusal;
import com.alexandrite.environment.local.HaproxyServer;
import com.alexandrite.environment.local.Home;
import com.alexandrite.preview.PreviewName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which host of a preview leads to which port on loopback. A change is written to HAProxy's map
 * file first, so that a restarted HAProxy knows it, and then told to the running one, which neither
 * reloads nor drops a request. Every change also mends whatever else the two disagree about, so a
 * call that failed half-way is simply repeated.
 *
 * <p>Every method throws {@link com.alexandrite.environment.haproxy.HaproxyUnavailable} when
 * HAProxy is away; a change is in the file by then.
 */
public final class PreviewRoutes {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final String DOMAIN = ".localhost";
  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+\\.([a-z0-9-]+)\\.localhost");
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern USE = Pattern.compile("key=(\\S+) .*?exp=(\\d+)");

  private final Home home;
  private final InstantSource clock;
  private final AdminSocket socket;
  private final Path file;
  private final String map;

  /** The routes of a home's edge. */
  public PreviewRoutes(Home home, InstantSource clock) {
    this.home = home;
    this.clock = clock;
    socket = new AdminSocket(HaproxyServer.adminSocket(home), TIMEOUT);
    file = HaproxyServer.previewMap(home);
    map = file.toString().replace("\\", "\\\\").replace(" ", "\\ ");
  }

  /** The host at which a preview's service is asked. The edge takes {@code api} for the Shop's. */
  public static String host(PreviewName name, String service) {
    return service + "." + name + DOMAIN;
  }

  /** What the running HAProxy knows: host to port. */
  public synchronized Map<String, Integer> all() {
    return entries(answer("show map " + map), 1);
  }

  /**
   * Leads a host to a port from now on.
   *
   * @throws IllegalArgumentException when no preview has such a host
   */
  public void put(String host, int port) throws IOException {
    if (nameIn(host).isEmpty()) {
      throw new IllegalArgumentException("no preview's host: " + host);
    }
    change(routes -> routes.put(host, port));
  }

  /** Leads a host to the waker from now on; one that has no route is no error. */
  public void remove(String host) throws IOException {
    change(routes -> routes.remove(host));
  }

  /** Leads all hosts of a preview to the waker from now on. */
  public void removeAll(PreviewName name) throws IOException {
    change(routes -> routes.keySet().removeIf(host -> nameIn(host).equals(Optional.of(name))));
  }

  /**
   * When each preview answered last, as far as HAProxy remembers: since its start, and for {@link
   * HaproxyServer#USE_MEMORY}. Streams of events are no use.
   */
  public Map<PreviewName, Instant> lastUses() {
    Instant now = clock.instant();
    return USE.matcher(answer("show table " + HaproxyServer.USE_TABLE))
        .results()
        .collect(
            Collectors.toMap(
                use -> new PreviewName(use.group(1)),
                use ->
                    now.minus(HaproxyServer.USE_MEMORY).plusMillis(Long.parseLong(use.group(2)))));
  }

  /** Whose host this is. */
  private static Optional<PreviewName> nameIn(String host) {
    var parts = HOST.matcher(host);
    return parts.matches() ? Optional.of(new PreviewName(parts.group(1))) : Optional.empty();
  }

  private synchronized void change(Consumer<Map<String, Integer>> change) throws IOException {
    Map<String, Integer> wanted =
        Files.exists(file) ? entries(Files.readString(file), 0) : new TreeMap<>();
    change.accept(wanted);
    home.write(
        home.path().relativize(file).toString(),
        wanted.entrySet().stream()
            .map(route -> route.getKey() + " " + route.getValue() + "\n")
            .collect(Collectors.joining()));
    tell(wanted);
  }

  private void tell(Map<String, Integer> wanted) {
    Map<String, Integer> known = all();
    wanted.forEach((host, port) -> {
      if (!known.containsKey(host)) {
        execute("add map " + map + " " + host + " " + port);
      } else if (!Objects.equals(known.get(host), port)) {
        execute("set map " + map + " " + host + " " + port);
      }
    });
    known.keySet().stream()
        .filter(host -> !wanted.containsKey(host))
        .forEach(host -> execute("del map " + map + " " + host));
  }

  private static Map<String, Integer> entries(String text, int column) {
    Map<String, Integer> entries = new TreeMap<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      List<String> words = SPACES.splitAsStream(line.strip()).toList();
      entries.put(words.get(column), Integer.valueOf(words.get(column + 1)));
    }
    return entries;
  }

  private void execute(String command) {
    String answer = socket.send(command).strip();
    if (!answer.isEmpty()) {
      throw new HaproxyRefusal("HAProxy refused `" + command + "`: " + answer);
    }
  }

  private String answer(String question) {
    String answer = socket.send(question);
    if (answer.startsWith("Unknown map") || answer.startsWith("No such table")) {
      throw new HaproxyRefusal(
          "HAProxy runs with a configuration that has no previews; `./alexandrite up` gives it"
              + " the present one. It answered `"
              + question
              + "` with: "
              + answer.strip());
    }
    return answer;
  }
}
