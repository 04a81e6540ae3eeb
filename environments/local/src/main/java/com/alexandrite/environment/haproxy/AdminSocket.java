package com.alexandrite.environment.haproxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** One connection for each command, as HAProxy closes it after the answer; bounded in time. */
public final class AdminSocket {
  private final Path path;
  private final Duration timeout;

  /**
   * Opens nothing yet.
   *
   * @param path the {@code stats socket … level admin} of the configuration
   * @param timeout how long an answer may take
   */
  public AdminSocket(Path path, Duration timeout) {
    this.path = path;
    this.timeout = timeout;
  }

  /**
   * Sends one line (several commands may be joined by `;`) and returns the whole answer.
   *
   * @throws HaproxyUnavailable when HAProxy is away
   */
  public String send(String line) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.configureBlocking(false);
      return readToEnd(channel);
    } catch (IOException e) {
      throw new HaproxyUnavailable("HAProxy does not answer on " + path + ": " + e.getMessage(), e);
    }
  }

  private String readToEnd(SocketChannel channel) throws IOException {
    var answer = new ByteArrayOutputStream();
    var buffer = ByteBuffer.allocate(16 * 1024);
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_READ);
      while (true) {
        if (selector.select(timeout.toMillis()) == 0) {
          throw new SocketTimeoutException("no answer within " + timeout);
        }
        selector.selectedKeys().clear();
        if (channel.read(buffer) < 0) {
          return answer.toString(StandardCharsets.UTF_8);
        }
        answer.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
    }
  }
}
