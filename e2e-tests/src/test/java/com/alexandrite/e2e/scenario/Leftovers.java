package com.alexandrite.e2e.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What there is of a preview, counted in the servers themselves and by the operating system: nobody
 * is asked who could have forgotten something.
 *
 * @param processes with the ports that they listen on
 */
public record Leftovers(int databases, int vhosts, int processes, int routes, int files) {

  /** Nothing. */
  public static final Leftovers NONE = new Leftovers(0, 0, 0, 0, 0);

  private static final String USER = "alexandrite";

  static Leftovers of(String preview, Path home) {
    JsonNode ports = JsonMapper.shared().readTree(read(home.resolve("ports.json")));
    return new Leftovers(
        databases(preview, home, ports.path("postgres").asInt()),
        vhosts(preview, home, ports.path("rabbitmq-management").asInt()),
        processes(preview, home),
        (int)
            read(home.resolve("haproxy/previews.map"))
                .lines()
                .filter(line -> line.contains("." + preview + "."))
                .count(),
        files(preview, home));
  }

  private static int databases(String preview, Path home, int port) {
    String sql =
        "select (select count(*) from pg_database where datname like 'pv_%"
            + preview
            + "%')"
            + " + (select count(*) from pg_roles where rolname like 'pv_%"
            + preview
            + "%')";
    try {
      var psql =
          new ProcessBuilder(
              "psql",
              "--no-psqlrc",
              "-tA",
              "-h",
              "127.0.0.1",
              "-p",
              "" + port,
              "-U",
              USER,
              "-d",
              "postgres",
              "-c",
              sql);
      psql.environment().put("PGPASSWORD", read(home.resolve("secrets/postgres")).strip());
      Process process = psql.redirectErrorStream(true).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.strip());
    } catch (IOException e) {
      throw new UncheckedIOException("psql does not run", e);
    }
  }

  private static int vhosts(String preview, Path home, int port) {
    String password = read(home.resolve("secrets/rabbitmq")).strip();
    String basic =
        Base64.getEncoder()
            .encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    int count = 0;
    for (String kind : List.of("vhosts", "users")) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/" + kind))
              .version(HttpClient.Version.HTTP_1_1)
              .header("Authorization", "Basic " + basic)
              .build();
      try (HttpClient http = HttpClient.newHttpClient()) {
        JsonNode all =
            JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
        count +=
            (int)
                all.valueStream()
                    .filter(one -> one.path("name").asString().endsWith("-" + preview))
                    .count();
      } catch (IOException e) {
        throw new UncheckedIOException("the broker does not answer", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while asking the broker", e);
      }
    }
    return count;
  }

  /** Services and builds: both carry the preview's name in their environment. */
  private static int processes(String preview, Path home) {
    return (int)
        ProcessHandle.allProcesses()
            .filter(process -> {
              String environment = environment(process.pid());
              return environment.contains("\0ALEXANDRITE_PREVIEW_NAME=" + preview + "\0")
                  || environment.contains("=" + home + "|" + preview + "\0");
            })
            .count();
  }

  private static String environment(long pid) {
    try {
      return "\0" + Files.readString(Path.of("/proc/" + pid + "/environ")) + "\0";
    } catch (IOException endedOrNotOurs) {
      return "";
    }
  }

  private static int files(String preview, Path home) {
    try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
      long count =
          logs.filter(log -> log.getFileName().toString().startsWith("preview." + preview + "."))
              .count();
      return (int) count + (Files.exists(home.resolve("previews").resolve(preview)) ? 1 : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the platform's home is not complete", e);
    }
  }
}
