package com.alexandrite.console.preview;

import com.alexandrite.console.ConsoleApplication;
import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** One console for all tests of previews: it starts with the first of them. */
final class PreviewConsole implements BeforeAllCallback, BeforeEachCallback {
  static final String TOKEN = "a token for tests";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final DeskInMemory DESK = new DeskInMemory();

  private volatile Running running = Running.NONE;

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(PreviewConsole.class, _ -> Running.start(context), Running.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    DESK.clear();
  }

  DeskInMemory desk() {
    return DESK;
  }

  Path home() {
    return running.home();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + running.property("local.server.port") + path);
  }

  String metrics() throws IOException, InterruptedException {
    URI metrics =
        URI.create(
            "http://127.0.0.1:"
                + running.property("local.management.port")
                + "/actuator/prometheus");
    return CLIENT.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
  }

  HttpResponse<String> api(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(request(path, "application/json", "en"), method, body, "application/json");
  }

  HttpResponse<String> page(String path, String language) throws IOException, InterruptedException {
    return send(request(path, "text/html", language), "GET", "", "text/plain");
  }

  HttpResponse<String> live(String path) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path, "text/html", "en").header("HX-Request", "true");
    return send(request, "GET", "", "text/plain");
  }

  HttpResponse<String> form(String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path, "text/html", "en");
    return send(request, "POST", body, "application/x-www-form-urlencoded");
  }

  HttpResponse<String> stranger(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address(path)).header("Accept", "text/html").build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path, String accept, String language) {
    return HttpRequest.newBuilder(address(path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + TOKEN)
        .header("Accept", accept)
        .header("Accept-Language", language);
  }

  private static HttpResponse<String> send(
      HttpRequest.Builder request, String method, String body, String type)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher content =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return CLIENT.send(
        request.header("Content-Type", type).method(method, content).build(),
        BodyHandlers.ofString());
  }

  /** The console and its database. */
  private record Running(Path home, Function<String, String> properties, Runnable end)
      implements AutoCloseable {
    static final Running NONE = new Running(Path.of(""), _ -> "", () -> {});

    static Running start(ExtensionContext test) {
      try {
        BackingServers servers = BackingServers.postgres();
        Path home = Files.createTempDirectory("preview-console");
        Map<String, Object> properties = new HashMap<>(servers.springProperties());
        properties.put("alexandrite.console.home", home);
        properties.put(
            "alexandrite.console.manifests", Files.createDirectory(home.resolve("none")));
        properties.put("alexandrite.console.token", TOKEN);
        properties.put("alexandrite.accounts.password", "secret");
        properties.put("alexandrite.accounts.one-click", true);
        properties.put("alexandrite.console.preview-patience", "2s");
        properties.put("server.port", 0);
        properties.put("management.server.port", 0);
        ConfigurableApplicationContext context = run(properties);
        return new Running(
            home,
            context.getEnvironment()::getRequiredProperty,
            () -> {
              context.close();
              release(servers, test, home);
            });
      } catch (IOException e) {
        throw new IllegalStateException("no folder for the console", e);
      }
    }

    private static ConfigurableApplicationContext run(Map<String, Object> properties) {
      return new SpringApplicationBuilder(Desk.class, ConsoleApplication.class)
          .run(
              properties.entrySet().stream()
                  .map(property -> "--" + property.getKey() + "=" + property.getValue())
                  .toArray(String[]::new));
    }

    String property(String name) {
      return properties.apply(name);
    }

    @Override
    public void close() {
      end.run();
    }

    private static void release(BackingServers servers, ExtensionContext test, Path home) {
      try {
        servers.afterAll(test);
        FileSystemUtils.deleteRecursively(home);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What other parts of the product bring. */
  @Configuration(proxyBeanMethods = false)
  static class Desk {
    @Bean
    PreviewDesk previewDesk() {
      return DESK;
    }

    @Bean
    Function<PreviewView, String> comment() {
      return view -> "### Preview " + view.name() + " → " + view.addresses().get("shop");
    }
  }
}
