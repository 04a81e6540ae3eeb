package com.alexandrite.rollouts.local.rig;

import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.local.HaproxyServer;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.rollouts.local.haproxy.HaproxyRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real HAProxy with the configuration that the platform gives it, in a home of its own: a
 * request for no known host is the Shop's. Beside it stands a site that the platform has not:
 * {@code be_shop-preview} behind a port of its own.
 */
public final class RunningHaproxy implements AutoCloseable {
  private final Home home;
  private final Ports ports;
  private final HaproxyServer server;
  private final int previewPort;
  private Process process;

  public RunningHaproxy(Path folder) throws IOException {
    home = new Home(folder);
    ports = Ports.of(home, false);
    server = new HaproxyServer(home, ports);
    server.prepare();
    previewPort = freePort();
    home.write("haproxy/preview.cfg", preview());
    process = start(List.of());
  }

  public Path socket() {
    return HaproxyServer.adminSocket(home);
  }

  public Path stateFile() {
    return socket().resolveSibling("state");
  }

  public HaproxyRuntime runtime() {
    return new HaproxyRuntime(socket(), stateFile(), HaproxyServer.headerRoutes(home));
  }

  public int port() {
    return ports.get("edge");
  }

  /** Where the preview answers. */
  public int previewPort() {
    return previewPort;
  }

  /** As `kill -9`. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  public void restart() throws IOException {
    process = start(List.of());
  }

  /** A new process takes the listening sockets over; the old one ends when its work is done. */
  public void reload() throws IOException {
    Process old = process;
    process = start(List.of("-x", socket().toString(), "-sf", Long.toString(old.pid())));
    old.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    kill();
  }

  private Process start(List<String> more) throws IOException {
    List<String> command = new ArrayList<>(server.spec().command());
    command.addAll(List.of("-f", home.resolve("haproxy/preview.cfg").toString()));
    command.addAll(more);
    var log = home.resolve("haproxy.log").toFile();
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    await().atMost(Duration.ofSeconds(10)).until(this::answers);
    return started;
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private String preview() {
    return """
    defaults
      mode http
      timeout connect 1s
      timeout client 30s
      timeout server 30s
      option redispatch 1

    frontend preview
      bind 127.0.0.1:%d
      default_backend be_shop-preview

    backend be_shop-preview
      balance roundrobin
      load-server-state-from-file global
      default-server inter 500ms fastinter 200ms fall 2 rise 1
      server-template preview 1-24 127.0.0.1:1 check disabled
    """
        .formatted(previewPort);
  }
}
