package com.alexandrite.rollouts.local.rig;

import static org.awaitility.Awaitility.await;

import com.alexandrite.rollouts.local.haproxy.HaproxyRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The real HAProxy in a folder of its own, with backend {@code be_shop} of 24 slots, and {@code
 * be_shop-preview} behind a port of its own.
 */
public final class RunningHaproxy implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final int previewPort;
  private Process process;

  public RunningHaproxy(Path folder) throws IOException {
    this.folder = folder;
    this.port = freePort();
    this.previewPort = freePort();
    Files.writeString(folder.resolve("haproxy.cfg"), configuration());
    this.process = start();
  }

  public Path socket() {
    return folder.resolve("admin.sock");
  }

  public Path stateFile() {
    return folder.resolve("state");
  }

  public HaproxyRuntime runtime() {
    return new HaproxyRuntime(socket(), stateFile());
  }

  public int port() {
    return port;
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
    process = start();
  }

  @Override
  public void close() {
    kill();
  }

  private Process start() throws IOException {
    var log = folder.resolve("haproxy.log").toFile();
    Process started =
        new ProcessBuilder("haproxy", "-db", "-f", folder.resolve("haproxy.cfg").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    await().atMost(Duration.ofSeconds(10)).until(this::answers);
    return started;
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
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

  private String configuration() {
    return """
    global
      stats socket %1$s/admin.sock mode 600 level admin
      server-state-file %1$s/state
    defaults
      mode http
      timeout connect 1s
      timeout client 30s
      timeout server 30s
      load-server-state-from-file global
      option redispatch 1
      retries 3
      retry-on conn-failure empty-response response-timeout
    frontend edge
      bind 127.0.0.1:%2$d
      http-request disable-l7-retry unless METH_GET
      default_backend be_shop
    backend be_shop
      balance roundrobin
      timeout check 2s
      default-server inter 500ms fastinter 200ms fall 2 rise 1
      server-template shop 1-24 127.0.0.1:1 check disabled
    frontend preview
      bind 127.0.0.1:%3$d
      default_backend be_shop-preview
    backend be_shop-preview
      balance roundrobin
      default-server inter 500ms fastinter 200ms fall 2 rise 1
      server-template preview 1-24 127.0.0.1:1 check disabled
    """
        .formatted(folder, port, previewPort);
  }
}
