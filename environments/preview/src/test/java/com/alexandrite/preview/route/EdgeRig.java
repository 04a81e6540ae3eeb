package com.alexandrite.preview.route;

import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.haproxy.AdminSocket;
import com.alexandrite.environment.local.HaproxyServer;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The real HAProxy with the configuration that the platform gives it, and a client for it. */
final class EdgeRig implements AutoCloseable {

  private final Home home;
  private final Ports ports;
  private final HaproxyServer server;
  private Process process;

  EdgeRig(Path folder) throws IOException {
    home = new Home(folder);
    ports = Ports.of(home, false);
    server = new HaproxyServer(home, ports);
    process = start();
  }

  Ports ports() {
    return ports;
  }

  long pid() {
    return process.pid();
  }

  PreviewRoutes routes() {
    return new PreviewRoutes(home, InstantSource.system());
  }

  /** Gives the baseline's Shop a process. */
  void baselineShop(TinySite shop) {
    var socket = new AdminSocket(HaproxyServer.adminSocket(home), Duration.ofSeconds(2));
    socket.send("set server be_shop/shop1 addr 127.0.0.1 port " + shop.port());
    socket.send("set server be_shop/shop1 state ready");
  }

  void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  void restart() throws IOException {
    process = start();
  }

  /** One request on a connection of its own; the header lines are sent as they are written here. */
  Answer ask(String host, String... headers) throws IOException {
    var request = new StringBuilder("GET / HTTP/1.1\r\nHost: " + host + ":8080\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("Connection: close\r\n\r\n");
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), ports.get("edge"))) {
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(Integer.parseInt(answer.substring(9, 12)), answer);
    }
  }

  /** What came back: the status, and the text with headers and body. */
  record Answer(int status, String text) {

    /** Who answered. */
    String by() {
      return text.lines()
          .filter(line -> line.startsWith("by "))
          .findFirst()
          .orElse("")
          .substring(3);
    }

    /** What the site was sent under this name, several joined by a comma; empty when nothing. */
    String sent(String header) {
      String start = "sent " + header + ": ";
      return text.lines()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()))
          .collect(java.util.stream.Collectors.joining(","));
    }
  }

  private Process start() throws IOException {
    server.prepare();
    Process started =
        new ProcessBuilder(server.spec().command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("haproxy.log").toFile()))
            .start();
    await().atMost(Duration.ofSeconds(10)).until(() -> !Ports.isFree(ports.get("edge")));
    return started;
  }

  @Override
  public void close() {
    kill();
  }
}
