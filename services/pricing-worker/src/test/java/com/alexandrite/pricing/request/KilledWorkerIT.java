package com.alexandrite.pricing.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.PriceCalculated;
import com.alexandrite.messages.PriceRequested;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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
  private WorkerSite site;

  @SuppressWarnings("NullAway.Init")
  KilledWorkerIT() {}

  @BeforeEach
  void openSite() throws IOException {
    site = new WorkerSite(servers, folder, this::serve);
  }

  @AfterEach
  void closeSite() {
    neverAnswered.countDown();
    site.close();
  }

  @Test
  void aJobOfAKilledWorkerIsDoneByTheNextOnce() throws IOException, InterruptedException {
    ModelFile model = TestModels.claim(cube);
    PriceRequested request = TestModels.request(model);
    Process first = site.startWorker("first");
    await().atMost(PATIENCE).until(() -> askedAndFetched(request));
    first.destroyForcibly().waitFor();
    site.startWorker("second");
    await().atMost(PATIENCE).until(() -> !site.shop().answersTo(request).isEmpty());

    PriceRequested after = TestModels.request(model);
    site.shop().ask(after);
    await().atMost(PATIENCE).until(() -> !site.shop().answersTo(after).isEmpty());
    assertThat(site.shop().answersTo(request))
        .hasSize(1)
        .first()
        .isInstanceOf(PriceCalculated.class);
  }

  /**
   * The queue exists only once the worker is up, so the Shop asks until its question is in work.
   */
  private boolean askedAndFetched(PriceRequested request) {
    if (fetches.get() == 0) {
      site.shop().ask(request);
    }
    return fetches.get() > 0;
  }

  private void serve(HttpExchange exchange) throws IOException {
    if (fetches.incrementAndGet() == 1) {
      awaitTheEnd();
    }
    exchange.sendResponseHeaders(200, cube.length);
    exchange.getResponseBody().write(cube);
    exchange.close();
  }

  private void awaitTheEnd() {
    try {
      neverAnswered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
