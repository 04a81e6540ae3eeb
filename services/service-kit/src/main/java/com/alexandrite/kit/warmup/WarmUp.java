package com.alexandrite.kit.warmup;

import com.alexandrite.kit.telemetry.CustomerRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/**
 * Asks the process's own pages before it is ready: Boot accepts traffic only after its runners.
 *
 * <p>Without it a release would compare a cold JVM with a warm one, and customers would wait for
 * the compiler.
 */
class WarmUp implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

  private final WarmUpSettings settings;
  private final List<WarmUpTask> tasks;
  private final Environment environment;

  WarmUp(WarmUpSettings settings, List<WarmUpTask> tasks, Environment environment) {
    this.settings = settings;
    this.tasks = List.copyOf(tasks);
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    long begin = System.nanoTime();
    tasks.forEach(WarmUp::runQuietly);
    int asked = askOwnPages(begin + settings.budget().toNanos());
    log.info(
        "Warm after {} requests in {} ms",
        asked,
        Duration.ofNanos(System.nanoTime() - begin).toMillis());
  }

  private static void runQuietly(WarmUpTask task) {
    try {
      task.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      log.warn("A warm-up task failed", e);
    }
  }

  private int askOwnPages(long deadline) {
    String port = environment.getProperty("local.server.port");
    if (port == null || settings.paths().isEmpty()) {
      return 0;
    }
    int asked = 0;
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      for (int round = 0; round < settings.rounds() && System.nanoTime() < deadline; round++) {
        for (String path : settings.paths()) {
          ask(client, URI.create("http://127.0.0.1:" + port + path));
          asked++;
        }
      }
    } catch (IOException e) {
      log.warn("The warm-up ends early: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return asked;
  }

  private static void ask(HttpClient client, URI page) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(page)
            .timeout(Duration.ofSeconds(5))
            .header("Accept", "text/html, application/json")
            .header(CustomerRequests.OWN_HEADER, CustomerRequests.ownMark())
            .build();
    client.send(request, HttpResponse.BodyHandlers.discarding());
  }
}
