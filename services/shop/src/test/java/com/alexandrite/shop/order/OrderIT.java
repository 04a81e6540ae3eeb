package com.alexandrite.shop.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.environment.testing.SessionClient.Answer;
import com.alexandrite.kit.page.Page;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.Geometry;
import com.alexandrite.messages.ManufacturingApproved;
import com.alexandrite.messages.ManufacturingStarted;
import com.alexandrite.messages.MaterialCode;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.Money;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.PriceCalculated;
import com.alexandrite.messages.PricingFailed;
import com.alexandrite.messages.Quote;
import com.alexandrite.messages.QuoteLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The customer's side of an order over HTTP, with real servers; the other services are played by
 * their events.
 */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "alexandrite.accounts.password=secret",
      "alexandrite.warm-up.paths="
    })
class OrderIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Geometry GEOMETRY =
      new Geometry("stl-binary", "mm", 12, 1, 6, new Geometry.Box(1, 1, 1), 1, true);

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit().s3();

  @Autowired private JdbcClient jdbc;
  @Autowired private OrderTable orders;
  @Autowired private UploadingModel uploading;
  @Autowired private RabbitTemplate rabbit;
  @Autowired private JsonMapper json;
  @LocalServerPort private int port;
  private ShopClient anna = new ShopClient(0);

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @BeforeEach
  void signIn() {
    anna = new ShopClient(port).signedInAs("anna");
  }

  @Test
  void priceArrivesAndIsPlacedOnce() {
    UUID order = uploaded();
    Quote quote = priced(order, Instant.now().plus(Duration.ofDays(30)));

    assertThat(anna.place(order, quote.quoteId()).text("state")).isEqualTo("PRICE_CALCULATED");
    Answer again = anna.place(order, quote.quoteId());

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("version").asInt()).isEqualTo(3);
    assertThat(anna.show(order).body().path("timeline")).hasSize(4);
  }

  @Test
  void ordersAreReadPageByPage() {
    Order.Wish wish = new Order.Wish("ring", "silver-925", 1);
    for (int order = 0; order < 30; order++) {
      orders.insert(UUID.randomUUID(), "carla", wish);
    }

    Page<Order> second = orders.pageOf("carla", 2);

    assertThat(second.total()).isEqualTo(30);
    assertThat(second.rows()).isEqualTo(orders.newestOf("carla", 100, 0).subList(25, 30));
    assertThat(orders.pageOf("carla", 1).rows())
        .isEqualTo(orders.newestOf("carla", 100, 0).subList(0, 25));
    assertThat(orders.pageOf("nobody", 1).rows()).isEmpty();
  }

  @Test
  void expiredOrForeignQuoteIsRefused() {
    UUID order = uploaded();
    Quote expired = priced(order, Instant.now().minusSeconds(1));

    assertThat(anna.place(order, expired.quoteId()).text("code")).isEqualTo("quote-expired");
    assertThat(anna.place(order, UUID.randomUUID()).text("code")).isEqualTo("quote-replaced");
    assertThat(anna.show(order).text("state")).isEqualTo("FILE_UPLOADED");
  }

  @Test
  void priceOfAnEarlierModelIsDropped() {
    UUID order = uploaded();
    UUID earlier = request(order);
    anna.upload(order, "solid other".getBytes(UTF_8));

    publish(calculated(order, earlier, quote(Instant.now().plusSeconds(60))));
    Quote present = priced(order, Instant.now().plusSeconds(60));

    assertThat(anna.show(order).body().at("/quote/quoteId").asString())
        .isEqualTo(present.quoteId().toString());
  }

  @Test
  void failedPricingIsToldAndHealedByNewFile() {
    UUID order = uploaded();
    failPricing(order);

    assertThat(anna.show(order).body().at("/failure/detail").asString()).isEqualTo("12 open edges");
    assertThat(anna.upload(order, "solid better".getBytes(UTF_8)).text("state"))
        .isEqualTo("FILE_UPLOADED");
    assertThat(anna.show(order).body().path("failure").isNull()).isTrue();
  }

  @Test
  void eventsInWrongOrderAndTwiceEndRight() {
    UUID order = placed();
    var approved =
        new ManufacturingApproved(
            facts(order, 4),
            "AX-1",
            new ModelFile("k", "00", 1, "f"),
            MaterialCode.SILVER_925,
            1,
            GEOMETRY,
            Instant.now());
    var started = new ManufacturingStarted(facts(order, 5));

    List.of(started, approved, started, approved).forEach(this::publish);

    await()
        .atMost(PATIENCE)
        .until(() -> anna.show(order).text("state").equals("MANUFACTURING_STARTED"));
    assertThat(anna.show(order).body().path("timeline")).hasSize(6);
  }

  @Test
  void everyUploadAtTheSameMomentIsTakenAndTheLastOneCounts() throws InterruptedException {
    UUID order = anna.begin();

    List<Integer> answers =
        fourAtOnce(n -> anna.upload(order, ("solid " + n).getBytes(UTF_8)).status());

    assertThat(answers).containsOnly(202);
    assertThat(anna.show(order).body().path("version").asLong()).isEqualTo(4);
  }

  @Test
  void everyPlacingAtTheSameMomentSucceedsAndCountsOnce() throws InterruptedException {
    UUID order = uploaded();
    Quote quote = priced(order, Instant.now().plus(Duration.ofDays(30)));

    List<Integer> answers = fourAtOnce(_ -> anna.place(order, quote.quoteId()).status());

    assertThat(answers).containsOnly(200);
    assertThat(anna.show(order).body().path("version").asLong()).isEqualTo(3);
  }

  @Test
  void modelIsTakenThoughTheEarlierOneFailsDuringTheUpload() throws IOException {
    UUID order = uploaded();
    Order before = orders.find(order).orElseThrow();

    uploading.upload(
        before,
        "ring.stl",
        null,
        new ByteArrayInputStream("solid better".getBytes(UTF_8)) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            failPricing(order);
            return super.read(into, offset, length);
          }
        });

    assertThat(anna.show(order).text("state")).isEqualTo("FILE_UPLOADED");
    assertThat(request(order)).isNotEqualTo(before.priceRequest());
  }

  @Test
  void strangersSeeNothing() {
    UUID order = uploaded();

    assertThat(new ShopClient(port).signedInAs("boris").show(order).status()).isEqualTo(404);
    assertThat(new ShopClient(port).show(order).status()).isEqualTo(401);
  }

  @Test
  void emptyAndHugeModelsAreRefused() {
    UUID order = anna.begin();

    assertThat(anna.upload(order, new byte[0]).text("code")).isEqualTo("model-empty");
    assertThat(anna.upload(order, new byte[65 * 1024 * 1024]).text("code"))
        .isEqualTo("model-too-large");
    assertThat(anna.show(order).text("state")).isEqualTo("INITIATED");
  }

  @Test
  void changeWithoutTokenIsRefused() {
    Answer answer = new ShopClient(port).post("/api/orders", "{}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("traceId")).matches("[0-9a-f]{32}");
  }

  private void failPricing(UUID order) {
    publish(new PricingFailed(facts(order, 1), request(order), "mesh-not-closed", "12 open edges"));
    await().atMost(PATIENCE).until(() -> anna.show(order).text("state").equals("PRICING_FAILED"));
  }

  private static List<Integer> fourAtOnce(IntFunction<Integer> call) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads
          .invokeAll(
              IntStream.range(0, 4).<Callable<Integer>>mapToObj(n -> () -> call.apply(n)).toList())
          .stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  private UUID uploaded() {
    UUID order = anna.begin();
    assertThat(anna.upload(order, "solid ring".getBytes(UTF_8)).status()).isEqualTo(202);
    return order;
  }

  private UUID placed() {
    UUID order = uploaded();
    assertThat(anna.place(order, priced(order, Instant.now().plusSeconds(60)).quoteId()).status())
        .isEqualTo(200);
    return order;
  }

  private Quote priced(UUID order, Instant expiresAt) {
    Quote quote = quote(expiresAt);
    publish(calculated(order, request(order), quote));
    String id = quote.quoteId().toString();
    await()
        .atMost(PATIENCE)
        .until(() -> anna.show(order).body().at("/quote/quoteId").asString("").equals(id));
    return quote;
  }

  private UUID request(UUID order) {
    return jdbc.sql("select price_request from orders where id = :id")
        .param("id", order)
        .query(UUID.class)
        .single();
  }

  private static Quote quote(Instant expiresAt) {
    Money price = Money.euro(new BigDecimal("42"));
    var line = new QuoteLine("metal", "Silver", BigDecimal.ONE, "g", price, price);
    return new Quote(UUID.randomUUID(), List.of(line), price, GEOMETRY, "test", "1", expiresAt);
  }

  private static PriceCalculated calculated(UUID order, UUID request, Quote quote) {
    return new PriceCalculated(facts(order, 1), request, quote);
  }

  private static EventFacts facts(UUID order, long version) {
    return new EventFacts(UUID.randomUUID(), order, version, Instant.now(), "test");
  }

  private void publish(OrderEvent event) {
    rabbit.send(
        EventType.EXCHANGE,
        event.type().key(),
        MessageBuilder.withBody(json.writeValueAsBytes(event))
            .setMessageId(event.facts().eventId().toString())
            .setType(event.type().key())
            .build());
  }
}
