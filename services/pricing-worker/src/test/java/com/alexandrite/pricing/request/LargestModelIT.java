package com.alexandrite.pricing.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.messages.PriceCalculated;
import com.alexandrite.messages.PriceRequested;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the Shop takes, a worker can measure: in a process with the heap that workers have. */
class LargestModelIT {

  /** As the Shop's limit, see {@code SpooledModel}. */
  private static final int LARGEST_UPLOAD = 64 * 1024 * 1024;

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path logs;

  @SuppressWarnings("NullAway.Init")
  LargestModelIT() {}

  @Test
  void theLargestUploadHasAPrice() throws IOException {
    byte[] model = TestModels.torus((LARGEST_UPLOAD - 84) / 50);
    assertThat(model.length).isBetween(67_000_000, LARGEST_UPLOAD);
    PriceRequested request = TestModels.request(TestModels.claim(model));
    AtomicBoolean fetched = new AtomicBoolean();
    HttpHandler store =
        exchange -> {
          fetched.set(true);
          exchange.sendResponseHeaders(200, model.length);
          exchange.getResponseBody().write(model);
          exchange.close();
        };
    try (WorkerSite site = new WorkerSite(servers, logs, store)) {
      site.startWorker("worker");
      await().atMost(PATIENCE).until(() -> askedAndFetched(site.shop(), request, fetched));
      await().atMost(PATIENCE).until(() -> !site.shop().answersTo(request).isEmpty());

      assertThat(site.shop().answersTo(request).getFirst()).isInstanceOf(PriceCalculated.class);
    }
  }

  /**
   * The queue exists only once the worker is up, so the Shop asks until its question is in work.
   */
  private static boolean askedAndFetched(
      ShopSide shop, PriceRequested request, AtomicBoolean fetched) {
    if (!fetched.get()) {
      shop.ask(request);
    }
    return fetched.get();
  }
}
