package com.alexandrite.rollouts.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.template.MetricReader;
import com.alexandrite.rollouts.local.http.SourceClients;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server that tells what it was asked. */
class WebMetricProviderIT {
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final WebMetricProvider provider = new WebMetricProvider(new SourceClients());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = listening(HttpServer.create(ANYWHERE, 0));
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    executor.close();
  }

  private HttpServer listening(HttpServer started) {
    started.setExecutor(executor);
    started.createContext("/echo", WebMetricProviderIT::echo);
    started.createContext("/broken", exchange -> send(exchange, 503, "{}"));
    started.createContext("/silent", exchange -> awaitEnd());
    started.createContext("/token", WebMetricProviderIT::token);
    started.start();
    return started;
  }

  @Test
  void readsTheValueOutOfTheAnswer() {
    assertThat(measure(Map.of("url", url("/echo?x=1"), "jsonPath", "{$.asked}")))
        .isEqualTo(new Reading.Value("GET /echo?x=1", "\"GET /echo?x=1\"", Map.of()));
  }

  @Test
  void sendsHeadersAndJson() {
    Map<String, Object> web = new LinkedHashMap<>();
    web.put("url", url("/echo"));
    web.put("method", "POST");
    web.put("headers", List.of(Map.of("key", "X-Team", "value", "blue")));
    web.put("jsonBody", Map.of("revision", 7));
    web.put("jsonPath", "{$.body.revision}");
    assertThat(measure(web)).isEqualTo(new Reading.Value(7.0, "7", Map.of()));
    web.put("jsonPath", "{$.team}");
    assertThat(measure(web)).isEqualTo(new Reading.Value("blue", "\"blue\"", Map.of()));
  }

  @Test
  void saysWhyThereIsNoValue() throws IOException {
    assertThat(measure(Map.of("url", url("/broken"))))
        .isEqualTo(new Reading.Failure("received non 2xx response code: 503"));
    assertThat(failure(Map.of("url", url("/silent"), "timeoutSeconds", 1))).startsWith("timeout: ");
    assertThat(failure(Map.of("url", "http://127.0.0.1:1/"))).startsWith("unreachable: ");
    assertThat(failure(Map.of("url", "nonsense"))).startsWith("invalid address");
  }

  @Test
  void bringsATokenThatItFetched() {
    Map<String, Object> access =
        Map.of(
            "tokenUrl",
            url("/token"),
            "clientId",
            "console",
            "clientSecret",
            "s e",
            "scopes",
            List.of("a", "b"));
    Map<String, Object> web =
        Map.of(
            "url", url("/echo"),
            "jsonPath", "{$.authorization}",
            "authentication", Map.of("oauth2", access));
    assertThat(measure(web))
        .isEqualTo(new Reading.Value("Bearer for a b", "\"Bearer for a b\"", Map.of()));
  }

  @Test
  void believesOnlyCertificatesUnlessToldOtherwise(@TempDir Path folder) throws Exception {
    HttpsServer https = HttpsServer.create(ANYWHERE, 0);
    https.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
    listening(https);
    try {
      String url = "https://localhost:" + https.getAddress().getPort() + "/echo";
      assertThat(failure(Map.of("url", url))).startsWith("unreachable: ");
      assertThat(measure(Map.of("url", url, "insecure", true, "jsonPath", "{$.asked}")))
          .isEqualTo(new Reading.Value("GET /echo", "\"GET /echo\"", Map.of()));
    } finally {
      https.stop(0);
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private Reading measure(Map<String, Object> web) {
    MetricReader.Read read = MetricReader.read(Map.of("name", "m", "provider", Map.of("web", web)));
    assertThat(read.problems()).isEmpty();
    MetricSpec metric = read.metric();
    return provider.measure(metric);
  }

  private String failure(Map<String, Object> web) {
    return measure(web) instanceof Reading.Failure(String message) ? message : "no failure";
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void echo(HttpExchange exchange) throws IOException {
    String body = body(exchange);
    send(
        exchange,
        200,
        "{\"asked\": \"%s %s\", \"team\": \"%s\", \"authorization\": \"%s\", \"body\": %s}"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("X-Team"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body.isEmpty() ? "null" : body));
  }

  /** Wants the credentials in the form, as some servers do. */
  private static void token(HttpExchange exchange) throws IOException {
    boolean known =
        body(exchange)
            .equals("grant_type=client_credentials&scope=a+b&client_id=console&client_secret=s+e");
    send(exchange, known ? 200 : 401, known ? "{\"access_token\": \"for a b\"}" : "{}");
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static SSLContext selfSigned(Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=elsewhere",
            "-keystore",
            file.toString(),
            "-storepass",
            "secret");
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, "secret".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "secret".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
