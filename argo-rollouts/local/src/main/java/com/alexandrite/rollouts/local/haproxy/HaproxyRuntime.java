package com.alexandrite.rollouts.local.haproxy;

import com.alexandrite.environment.haproxy.AdminSocket;
import com.alexandrite.environment.haproxy.HaproxyRefusal;
import com.alexandrite.environment.haproxy.HaproxyUnavailable;
import com.alexandrite.rollouts.engine.model.HeaderRoute;
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
  private final HeaderRouteMap headerRoutes;

  /**
   * @param socket the {@code stats socket … level admin} of the configuration
   * @param stateFile the {@code server-state-file} of the configuration
   * @param headerRoutes the map of the configuration that names the canary's backend
   */
  public HaproxyRuntime(Path socket, Path stateFile, Path headerRoutes) {
    this.socket = new AdminSocket(socket, TIMEOUT);
    this.stateFile = new ServerStateFile(stateFile);
    this.headerRoutes = new HeaderRouteMap(this.socket, headerRoutes);
  }

  /** The slots of a backend in the order of the configuration. */
  public List<ServerSlot> slots(String backend) {
    return ServerTable.parse(socket.send("show servers state"), backend);
  }

  /** The same; none where the configuration has no such backend. */
  public List<ServerSlot> slotsIfAny(String backend) {
    return ServerTable.parseIfAny(socket.send("show servers state"), backend);
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
    return execute(SlotPlan.commands(backend, slots(backend), endpoints));
  }

  /**
   * Frees the slots of a backend that gets no requests any more; what is under way there ends well.
   *
   * @return whether anything had to be changed
   */
  public boolean empty(String backend) {
    List<String> commands = SlotPlan.emptying(backend, slotsIfAny(backend));
    return !commands.isEmpty() && execute(commands);
  }

  /**
   * Sends a backend's requests with these headers to another one, and no others any more.
   *
   * @return whether anything had to be changed
   */
  public boolean routeByHeader(String backend, String canary, List<HeaderRoute> routes) {
    return headerRoutes.set(backend, canary, routes);
  }

  private boolean execute(List<String> commands) {
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
