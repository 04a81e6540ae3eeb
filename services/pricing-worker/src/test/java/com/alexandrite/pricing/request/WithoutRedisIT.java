package com.alexandrite.pricing.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.kit.store.ObjectStore;
import com.alexandrite.messages.PriceCalculated;
import com.alexandrite.messages.PriceRequested;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The worker while its cache is away: it prices, and it is ready. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "spring.data.redis.url=redis://127.0.0.1:1"})
class WithoutRedisIT {

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit().s3();

  @Autowired private ConnectionFactory connections;
  @Autowired private ObjectStore store;
  @LocalManagementPort private int port;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @Test
  void pricesAndIsReady() throws IOException, InterruptedException {
    try (ShopSide shop = new ShopSide(connections);
        HttpClient client = HttpClient.newHttpClient()) {
      PriceRequested request = TestModels.request(shop.store(store, TestModels.cube(10)));
      shop.ask(request);
      await().atMost(Duration.ofSeconds(90)).until(() -> !shop.answersTo(request).isEmpty());
      assertThat(shop.answersTo(request)).singleElement().isInstanceOf(PriceCalculated.class);

      URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
      HttpResponse<String> ready =
          client.send(
              HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(ready.statusCode()).isEqualTo(200);
      URI figures = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(figures).build(), HttpResponse.BodyHandlers.ofString())
                  .body())
          .contains("job_seconds_bucket");
    }
  }
}
