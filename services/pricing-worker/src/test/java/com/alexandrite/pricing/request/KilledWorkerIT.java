package com.alexandrite.pricing.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.PriceCalculated;
import com.alexandrite.messages.PriceRequested;
import com.alexandrite.pricing.PricingWorkerApplication;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/**
 * Workers as processes, one of them killed in the middle of a job. The cache is away all the time,
 * and the model comes from a store that can be held.
 */
class KilledWorkerIT {

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;

  private final byte[] cube = TestModels.cube(10);
  private final CountDownLatch neverAnswered = new CountDownLatch(1);
  private final AtomicInteger fetches = new AtomicInteger();
  private final List<Process> workers = new ArrayList<>();
  private HttpServer store;
  private CachingConnectionFactory connections;
  private ShopSide shop;

  @SuppressWarnings("NullAway.Init")
  KilledWorkerIT() {}

  @BeforeEach
  void openStoreAndShop() throws IOException {
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext(
        "/",
        exchange -> {
          if (fetches.incrementAndGet() == 1) {
            awaitTheEnd();
          }
          exchange.sendResponseHeaders(200, cube.length);
          exchange.getResponseBody().write(cube);
          exchange.close();
        });
    store.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    store.start();
    connections = new CachingConnectionFactory("127.0.0.1", servers.rabbitPort());
    connections.setVirtualHost(servers.rabbitVhost());
    connections.setUsername(servers.rabbitUser());
    connections.setPassword(servers.rabbitPassword());
    shop = new ShopSide(connections);
  }

  @AfterEach
  void endAll() throws InterruptedException {
    neverAnswered.countDown();
    store.stop(0);
    shop.close();
    connections.destroy();
    for (Process worker : workers) {
      worker.destroyForcibly().waitFor();
    }
  }

  @Test
  void aJobOfAKilledWorkerIsDoneByTheNextOnce() throws IOException, InterruptedException {
    ModelFile model = TestModels.claim(cube);
    PriceRequested request = TestModels.request(model);
    Process first = startWorker("first");
    await().atMost(PATIENCE).until(() -> askedAndFetched(request));
    first.destroyForcibly().waitFor();
    startWorker("second");
    await().atMost(PATIENCE).until(() -> !shop.answersTo(request).isEmpty());

    PriceRequested after = TestModels.request(model);
    shop.ask(after);
    await().atMost(PATIENCE).until(() -> !shop.answersTo(after).isEmpty());
    assertThat(shop.answersTo(request)).hasSize(1).first().isInstanceOf(PriceCalculated.class);
  }

  /**
   * The queue exists only once the worker is up, so the Shop asks until its question is in work.
   */
  private boolean askedAndFetched(PriceRequested request) {
    if (fetches.get() == 0) {
      shop.ask(request);
    }
    return fetches.get() > 0;
  }

  private Process startWorker(String name) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PricingWorkerApplication.class.getName());
    Map<String, String> environment = builder.environment();
    environment.putAll(servers.environment());
    environment.put("SPRING_DATA_REDIS_URL", "redis://127.0.0.1:1");
    environment.put("ALEXANDRITE_S3_ENDPOINT", "http://127.0.0.1:" + store.getAddress().getPort());
    environment.put("ALEXANDRITE_S3_ACCESS_KEY", "key");
    environment.put("ALEXANDRITE_S3_SECRET_KEY", "secret");
    environment.put("SERVER_PORT", "0");
    environment.put("MANAGEMENT_SERVER_PORT", "0");
    File log = folder.resolve(name + ".log").toFile();
    Process worker = builder.redirectErrorStream(true).redirectOutput(log).start();
    workers.add(worker);
    return worker;
  }

  private void awaitTheEnd() {
    try {
      neverAnswered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
