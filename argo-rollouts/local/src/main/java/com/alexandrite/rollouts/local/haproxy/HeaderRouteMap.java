package com.alexandrite.rollouts.local.haproxy;

import com.alexandrite.environment.haproxy.AdminSocket;
import com.alexandrite.environment.haproxy.HaproxyRefusal;
import com.alexandrite.rollouts.engine.model.HeaderRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which requests of which site go to its canary's backend. A change is written to HAProxy's map
 * file first, so that a restarted HAProxy knows it, and then told to the running one.
 */
final class HeaderRouteMap {

  private final AdminSocket socket;
  private final Path file;
  private final String name;

  HeaderRouteMap(AdminSocket socket, Path file) {
    this.socket = socket;
    this.file = file;
    this.name = file.toString().replace("\\", "\\\\").replace(" ", "\\ ");
  }

  /**
   * Makes the site's routes these.
   *
   * @return whether HAProxy had to be told anything
   */
  synchronized boolean set(String site, String canary, List<HeaderRoute> routes) {
    Set<String> wanted =
        routes.stream()
            .map(route -> HeaderPattern.of(site, route) + " " + canary)
            .collect(Collectors.toCollection(TreeSet::new));
    save(canary, wanted);
    return tell(canary, wanted);
  }

  private void save(String canary, Set<String> wanted) {
    try {
      List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
      List<String> after =
          Stream.concat(before.stream().filter(line -> !isOf(canary, line)), wanted.stream())
              .toList();
      if (after.equals(before)) {
        return;
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, after);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("can not write the header routes to " + file, e);
    }
  }

  private boolean tell(String canary, Set<String> wanted) {
    String answer = socket.send("show map " + name);
    if (answer.startsWith("Unknown map")) {
      if (wanted.isEmpty()) {
        return false;
      }
      throw new HaproxyRefusal(
          "HAProxy runs with a configuration that has no header routes; `./alexandrite up` gives it"
              + " the present one");
    }
    Map<String, String> known = known(answer, canary);
    List<String> commands = new ArrayList<>();
    // A payload is taken as it is written: nothing in it has to be escaped.
    wanted.stream()
        .filter(line -> !known.containsValue(line))
        .forEach(line -> commands.add("add map " + name + " <<\n" + line + "\n"));
    known.forEach((reference, line) -> {
      if (!wanted.contains(line)) {
        commands.add("del map " + name + " #" + reference);
      }
    });
    commands.forEach(this::execute);
    return !commands.isEmpty();
  }

  /** Lines of the running HAProxy by its references for them. */
  private static Map<String, String> known(String answer, String canary) {
    Map<String, String> known = new LinkedHashMap<>();
    answer
        .lines()
        .filter(line -> isOf(canary, line))
        .forEach(line -> {
          int space = line.indexOf(' ');
          known.put(line.substring(0, space), line.substring(space + 1));
        });
    return known;
  }

  private static boolean isOf(String canary, String line) {
    return line.endsWith(" " + canary);
  }

  private void execute(String command) {
    String answer = socket.send(command).strip();
    if (!answer.isEmpty()) {
      throw new HaproxyRefusal("HAProxy refused `" + command.strip() + "`: " + answer);
    }
  }
}
