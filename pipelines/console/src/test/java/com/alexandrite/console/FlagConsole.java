package com.alexandrite.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** A console that hosts a flag server; the test classes that name it share one, to its pages. */
final class FlagConsole implements BeforeAllCallback {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private @Nullable Shared shared;

  @Override
  public void beforeAll(ExtensionContext context) {
    shared =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(FlagConsole.class))
            .computeIfAbsent(Shared.class, _ -> Shared.start(context), Shared.class);
  }

  /** The console and its API. */
  ConsoleRig rig() {
    Shared running = shared;
    if (running == null) {
      throw new IllegalStateException("no test has begun");
    }
    return running.rig;
  }

  /** An answer as a browser of this language gets it. */
  HttpResponse<String> page(String method, String path, String form, String language)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(rig().address().resolve(path))
            .header("Authorization", "Bearer " + ConsoleRig.TOKEN)
            .header("Accept", "text/html")
            .header("Accept-Language", language)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** A page that is there. */
  String read(String path, String language) throws IOException, InterruptedException {
    HttpResponse<String> answer = page("GET", path, "", language);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** Ends with the last test of the JVM. */
  private record Shared(
      ConsoleRig rig,
      Path folder,
      BackingServers servers,
      BackingServers flags,
      ExtensionContext context)
      implements AutoCloseable {

    static Shared start(ExtensionContext context) {
      try {
        BackingServers servers = BackingServers.postgres();
        BackingServers flags = BackingServers.postgres();
        servers.beforeAll(context);
        flags.beforeAll(context);
        Path folder = Files.createTempDirectory("flag-console");
        Map<String, Object> settings =
            Map.of(
                "alexandrite.flagserver.database.url", flags.jdbcUrl(),
                "alexandrite.flagserver.database.username", flags.databaseUser(),
                "alexandrite.flagserver.database.password", flags.databasePassword(),
                "alexandrite.flagserver.definitions", Path.of("../..").toAbsolutePath());
        var rig = new ConsoleRig(folder, servers, settings);
        return new Shared(rig, folder, servers, flags, context);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      rig.close();
      servers.afterAll(context);
      flags.afterAll(context);
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
