package com.alexandrite.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.cli.platform.HomeBehindEdge;
import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A group that can't be released now is refused before anything is built. */
class GroupReleasingTest {

  private static final String RUNNING =
      """
      {"outcome":"RUNNING","endedAt":null,"members":[{"rollout":"shop"}]}\
      """;
  private static final String ENDED = RUNNING.replace("null", "\"2026-11-20T10:00:00Z\"");
  private static final String FREE = "[{\"finishedAt\":\"2026-11-20T10:00:00Z\"}]";

  @TempDir private Path home;

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Installation installation;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    installation = HomeBehindEdge.at(home, server.getAddress().getPort());
    answers.put("/api/releases?limit=1&service=crm", FREE);
    answers.put("/api/releases?limit=1&service=shop", "[]");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whileItIsUnderWay() {
    groups(RUNNING.replace("shop", "crm"), ENDED);
    assertRefused("crm is being released with group product.");
  }

  @Test
  void whileAnotherGroupHasAMemberOfIt() {
    groups(ENDED, RUNNING);
    assertRefused("shop is being released with group other.");
  }

  @Test
  void whileAMemberIsReleasedByItself() {
    groups("null", ENDED);
    answers.put("/api/releases?limit=1&service=shop", "[{\"finishedAt\":null}]");
    assertRefused("shop is being released already.");
  }

  @Test
  void otherwiseItsFirstMemberIsPrepared() {
    groups(ENDED, RUNNING.replace("shop", "mes"));
    assertThatThrownBy(this::release).isInstanceOf(CommandFailed.class);
    assertThat(asked).last().isEqualTo("/api/rollouts/crm");
  }

  @Test
  void aDrillOfAGroupNamesItsMember() {
    for (String drill : List.of("shop", "errors", "shop=fire")) {
      var errors = new StringWriter();
      int code =
          new CommandLine(new ReleaseCommand())
              .setErr(new PrintWriter(errors))
              .execute("--group", "product", "--drill", drill);
      assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
      assertThat(errors.toString()).contains("MEMBER=FAULT");
    }
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::release).isInstanceOf(CommandFailed.class).hasMessage(message);
    assertThat(asked).noneMatch(path -> path.startsWith("/api/rollouts/"));
  }

  private void release() throws IOException, InterruptedException {
    var quiet = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    new GroupReleasing(installation, new Terminal(quiet, false))
        .release("product", null, Map.of(), "a test");
  }

  private void groups(String ofProduct, String ofOther) {
    String product =
        """
        {"name":"product","members":[{"rollout":"crm"},{"rollout":"shop"}],"release":%s}\
        """
            .formatted(ofProduct);
    answers.put("/api/release-groups/product", product);
    answers.put(
        "/api/release-groups",
        "[%s,{\"name\":\"other\",\"release\":%s}]".formatted(product, ofOther));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      asked.add(path);
      String known = answers.get(path);
      String text = known == null ? "{\"detail\":\"There is none.\"}" : known;
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(known == null ? 404 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
