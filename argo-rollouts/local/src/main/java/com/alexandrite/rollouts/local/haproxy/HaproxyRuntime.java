package com.alexandrite.rollouts.local.haproxy;

import com.alexandrite.environment.haproxy.AdminSocket;
import com.alexandrite.environment.haproxy.HaproxyRefusal;
import com.alexandrite.environment.haproxy.HaproxyUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A running HAProxy, steered over its admin socket. Changes take effect at once and drop no
 * connection; after each change the server-state file is written, so that a HAProxy that is killed
 * comes back with the same servers and weights.
 *
 * <p>Every method throws {@link HaproxyUnavailable} when HAProxy is away.
 */
public final class HaproxyRuntime {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final AdminSocket socket;
  private final ServerStateFile stateFile;

  /**
   * @param socket the {@code stats socket … level admin} of the configuration
   * @param stateFile the {@code server-state-file} of the configuration
   */
  public HaproxyRuntime(Path socket, Path stateFile) {
    this.socket = new AdminSocket(socket, TIMEOUT);
    this.stateFile = new ServerStateFile(stateFile);
  }

  /** The slots of a backend in the order of the configuration. */
  public List<ServerSlot> slots(String backend) {
    return ServerTable.parse(socket.send("show servers state"), backend);
  }

  /** The counters of each slot of a backend. */
  public List<ServerCounters> counters(String backend) {
    return StatTable.parse(socket.send("show stat"), backend);
  }

  /**
   * Makes the backend's slots hold exactly these endpoints, with as few commands as possible; none
   * when they already do. A plan without any endpoint that takes requests changes nothing: the last
   * servers known are better than none.
   *
   * @return whether anything had to be changed
   * @throws HaproxyRefusal if the backend is unknown or has too few slots
   */
  public boolean apply(String backend, List<Endpoint> endpoints) {
    List<String> commands = SlotPlan.commands(backend, slots(backend), endpoints);
    commands.forEach(this::execute);
    stateFile.save(socket.send("show servers state"));
    return !commands.isEmpty();
  }

  private void execute(String command) {
    String answer = socket.send(command).strip();
    if (!answer.isEmpty() && !answer.contains("changed from") && !answer.contains("no need")) {
      throw new HaproxyRefusal("HAProxy refused `" + command + "`: " + answer);
    }
  }
}
