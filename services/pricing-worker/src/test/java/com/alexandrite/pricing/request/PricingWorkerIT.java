package com.alexandrite.pricing.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.kit.store.ObjectStore;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.PriceCalculated;
import com.alexandrite.messages.PriceRequested;
import com.alexandrite.messages.PricingFailed;
import com.alexandrite.messages.Quote;
import com.alexandrite.messages.QuoteLine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The worker against a real database, broker, cache and store. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0"})
class PricingWorkerIT {

  @RegisterExtension
  static final BackingServers servers = BackingServers.postgres().rabbit().redis().s3();

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Autowired private ConnectionFactory connections;
  @Autowired private ObjectStore store;
  @Autowired private JdbcClient jdbc;
  @Autowired private MeterRegistry registry;
  private ShopSide shop;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @BeforeEach
  void openShop() {
    shop = new ShopSide(connections);
  }

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void answersARequestWithAPrice() throws IOException {
    PriceRequested request = TestModels.request(shop.store(store, TestModels.cube(10)));
    shop.ask(request);

    PriceCalculated answer = (PriceCalculated) onlyAnswerTo(request);
    assertThat(answer.requestId()).isEqualTo(request.facts().eventId());
    assertThat(answer.facts().version()).isEqualTo(request.facts().version());
    Quote quote = answer.quote();
    assertThat(quote.geometry().volumeMm3()).isEqualTo(1000.0000000000001);
    assertThat(quote.geometry().format()).isEqualTo("stl-binary");
    assertThat(quote.geometry().closed()).isTrue();
    assertThat(quote.lines()).extracting(QuoteLine::code).startsWith("metal").endsWith("vat");
    assertThat(quote.expiresAt()).isEqualTo(answer.facts().occurredAt().plus(Duration.ofDays(14)));
    assertThat(rowsOf(request)).isEqualTo(1);
  }

  @Test
  void answersOnceHoweverOftenItIsAsked() throws IOException {
    PriceRequested request = TestModels.request(shop.store(store, TestModels.cube(11)));
    for (int time = 0; time < 5; time++) {
      shop.ask(request);
    }
    PriceRequested after = TestModels.request(shop.store(store, TestModels.cube(12)));
    onlyAnswerTo(request);
    shop.ask(request);
    shop.ask(after);
    onlyAnswerTo(after);
    assertThat(shop.answersTo(request)).hasSize(1);
    assertThat(rowsOf(request)).isEqualTo(1);
    assertThat(registry.get("job").tag("outcome", "duplicate").counter().count()).isPositive();
  }

  @Test
  void refusesABadFileAndGoesOn() throws IOException {
    byte[] noise = "solid \u0000 nothing".getBytes(StandardCharsets.UTF_8);
    PriceRequested bad = TestModels.request(shop.store(store, noise));
    PriceRequested open =
        TestModels.request(shop.store(store, withoutLastTriangle(TestModels.cube(10))));
    PriceRequested good = TestModels.request(shop.store(store, TestModels.cube(13)));
    shop.ask(bad);
    shop.ask(open);
    shop.ask(good);
    assertThat(onlyAnswerTo(bad)).isInstanceOf(PricingFailed.class);
    assertThat(onlyAnswerTo(open))
        .isInstanceOfSatisfying(
            PricingFailed.class, failed -> assertThat(failed.reason()).isEqualTo("not-closed"));
    assertThat(onlyAnswerTo(good)).isInstanceOf(PriceCalculated.class);
  }

  @Test
  void givesUpOnAFileThatEndedTheProcessBefore() throws IOException {
    PriceRequested request = TestModels.request(shop.store(store, TestModels.cube(14)));
    for (int crash = 0; crash < 3; crash++) {
      jdbc.sql("insert into pricing_attempt (request_id, worker) values (?, ?)")
          .param(request.facts().eventId())
          .param(UUID.randomUUID())
          .update();
    }
    shop.ask(request);
    assertThat(onlyAnswerTo(request))
        .isInstanceOfSatisfying(
            PricingFailed.class, failed -> assertThat(failed.reason()).isEqualTo("unprocessable"));
  }

  @Test
  void tellsAfterSomeTriesThatAFileIsGone() {
    PriceRequested request = TestModels.request(TestModels.claim(TestModels.cube(15)));
    shop.ask(request);
    assertThat(onlyAnswerTo(request))
        .isInstanceOfSatisfying(
            PricingFailed.class, failed -> assertThat(failed.reason()).isEqualTo("file-missing"));
  }

  @Test
  void pricesNoOtherBytesThanTheClaimNames() throws IOException {
    ModelFile stored = shop.store(store, TestModels.cube(16));
    ModelFile claimed = TestModels.claim(TestModels.cube(17));
    PriceRequested request =
        TestModels.request(
            new ModelFile(stored.key(), claimed.sha256(), claimed.sizeBytes(), "swapped.stl"));
    shop.ask(request);
    assertThat(onlyAnswerTo(request))
        .isInstanceOfSatisfying(
            PricingFailed.class, failed -> assertThat(failed.reason()).isEqualTo("file-damaged"));
  }

  @Test
  void remembersAMeasurementByTheHashOfTheBytes() throws IOException {
    PriceRequested first = TestModels.request(shop.store(store, TestModels.cube(18)));
    shop.ask(first);
    PriceCalculated measured = (PriceCalculated) onlyAnswerTo(first);
    ModelFile nowhere =
        new ModelFile("models/nowhere", first.model().sha256(), first.model().sizeBytes(), "b.stl");
    PriceRequested second = TestModels.request(nowhere);
    shop.ask(second);
    PriceCalculated remembered = (PriceCalculated) onlyAnswerTo(second);
    assertThat(remembered.quote().lines()).isEqualTo(measured.quote().lines());
    assertThat(remembered.quote().quoteId()).isNotEqualTo(measured.quote().quoteId());
  }

  @Test
  void tellsHowManyJobsItDidAndHowLongTheyTook() throws IOException {
    PriceRequested request = TestModels.request(shop.store(store, TestModels.cube(19)));
    shop.ask(request);
    onlyAnswerTo(request);
    String figures = ((PrometheusMeterRegistry) registry).scrape();
    assertThat(figures)
        .contains("job_total{outcome=\"priced\"}")
        .contains("job_total{outcome=\"refused\"}")
        .contains("job_seconds_bucket{le=\"0.25\"}");
  }

  private OrderEvent onlyAnswerTo(PriceRequested request) {
    List<OrderEvent> answers =
        await().atMost(PATIENCE).until(() -> shop.answersTo(request), found -> !found.isEmpty());
    assertThat(answers).hasSize(1);
    return answers.getFirst();
  }

  private int rowsOf(PriceRequested request) {
    return jdbc.sql("select count(*) from pricing_answer where order_id = ?")
        .param(request.facts().orderId())
        .query(Integer.class)
        .single();
  }

  private static byte[] withoutLastTriangle(byte[] cube) {
    byte[] open = java.util.Arrays.copyOf(cube, cube.length - 50);
    open[80] = 11;
    return open;
  }
}
