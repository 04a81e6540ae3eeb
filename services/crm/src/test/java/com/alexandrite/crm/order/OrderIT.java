package com.alexandrite.crm.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.environment.testing.SessionClient;
import com.alexandrite.environment.testing.SessionClient.Answer;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.ManufacturingApproved;
import com.alexandrite.messages.ManufacturingCompleted;
import com.alexandrite.messages.ManufacturingStarted;
import com.alexandrite.messages.OrderPriced;
import com.alexandrite.messages.OrderState;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The seller's side of an order over HTTP, with real servers; Shop and MES are played by their
 * events.
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

  /** Stands for MES: hears what CRM tells it. */
  private static final String MES = "test.mes";

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();

  @Autowired private RabbitTemplate rabbit;
  @Autowired private AmqpAdmin broker;
  @Autowired private JsonMapper json;
  @LocalServerPort private int port;
  private @Nullable SellerDesk opened;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @BeforeEach
  void signInAndListen() {
    SessionClient vera = new SessionClient(port).signedInAs("vera", "secret");
    opened = new SellerDesk(vera, new Facts(rabbit, json));
    broker.declareQueue(new Queue(MES));
    broker.purgeQueue(MES);
    for (EventType told : List.of(EventType.MANUFACTURING_APPROVED, EventType.ORDER_CLOSED)) {
      broker.declareBinding(
          new Binding(MES, Binding.DestinationType.QUEUE, EventType.EXCHANGE, told.key(), null));
    }
  }

  @Test
  void pricedOrderThatComesTwiceIsThereOnce() {
    OrderPriced priced = Facts.priced(UUID.randomUUID());
    UUID order = priced.facts().orderId();

    desk().others().publish(priced);
    desk().others().publish(priced);
    desk().others().publish(Facts.priced(order));
    desk().arrived();

    assertThat(desk().show(order).text("state")).isEqualTo("PRICE_CALCULATED");
    assertThat(desk().show(order).body().path("timeline")).hasSize(1);
  }

  @Test
  void approvalIsToldOnceWithAllThatMesNeeds() {
    UUID order = desk().arrived();

    assertThat(desk().act(order, "approve").text("state")).isEqualTo("MANUFACTURING_APPROVED");
    Answer again = desk().act(order, "approve");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("code")).isEqualTo("illegal-transition");
    ManufacturingApproved told = nextTold(ManufacturingApproved.class);
    assertThat(told.facts().orderId()).isEqualTo(order);
    assertThat(told.facts().version()).isEqualTo(4);
    assertThat(told.facts().actor()).isEqualTo("vera");
    assertThat(told.geometry().triangles()).isEqualTo(12);
  }

  @Test
  void onlyAShippedOrderIsClosed() {
    UUID order = desk().arrived();

    assertThat(desk().act(order, "close").status()).isEqualTo(409);
    assertThat(desk().show(order).body().path("version").asLong()).isEqualTo(3);
  }

  @Test
  void ofManyApprovalsAtTheSameMomentOneWins() throws InterruptedException {
    UUID order = desk().arrived();
    List<Answer> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer> approval = () -> desk().act(order, "approve");
      answers =
          threads.invokeAll(IntStream.range(0, 6).mapToObj(_ -> approval).toList()).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(answers.stream().filter(it -> it.status() == 409).map(it -> it.text("code")))
        .isSubsetOf("overtaken", "illegal-transition");
    assertThat(desk().show(order).body().path("timeline")).hasSize(2);
    // The next order's fact leaves after any second one of this order.
    UUID next = desk().arrived();
    desk().act(next, "approve");
    assertThat(nextTold(ManufacturingApproved.class).facts().orderId()).isEqualTo(order);
    assertThat(nextTold(ManufacturingApproved.class).facts().orderId()).isEqualTo(next);
  }

  @Test
  void stepsThatComeTooEarlyWaitForTheirTurn() {
    OrderPriced priced = Facts.priced(UUID.randomUUID());
    UUID order = priced.facts().orderId();
    desk().others().publish(new ManufacturingCompleted(Facts.at(order, 6)));
    desk().others().publish(new ManufacturingStarted(Facts.at(order, 5)));
    desk().others().publish(priced);
    desk().awaitState(order, OrderState.PRICE_CALCULATED);

    desk().act(order, "approve");

    desk().awaitState(order, OrderState.MANUFACTURING_COMPLETED);
    assertThat(desk().show(order).body().path("timeline").findValuesAsString("state"))
        .containsExactly(
            "PRICE_CALCULATED",
            "MANUFACTURING_APPROVED",
            "MANUFACTURING_STARTED",
            "MANUFACTURING_COMPLETED");
  }

  @Test
  void orderIsFollowedToTheDoorAndClosed() {
    UUID order = desk().shipped();

    assertThat(desk().show(order).text("tracking")).isEqualTo("Express AX7-1");
    assertThat(desk().act(order, "close").text("state")).isEqualTo("CLOSED");
    assertThat(desk().show(order).body().path("timeline")).hasSize(7);
    assertThat(desk().client().get("/api/orders").body().findValuesAsString("orderId"))
        .doesNotContain(order.toString());
  }

  @Test
  void openPageHearsOfAChange() throws InterruptedException, ExecutionException, TimeoutException {
    UUID order = desk().arrived();
    try (Stream<String> lines = desk().client().lines("/api/orders/" + order + "/events")) {
      CompletableFuture<Boolean> heard =
          CompletableFuture.supplyAsync(
              () -> lines.anyMatch(line -> line.contains("\"state\":\"MANUFACTURING_APPROVED\"")),
              task -> Thread.ofVirtual().start(task));

      desk().act(order, "approve");

      assertThat(heard.get(SellerDesk.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void strangersSeeNothing() {
    assertThat(new SessionClient(port).get("/api/orders").status()).isEqualTo(401);
    assertThat(desk().show(UUID.randomUUID()).status()).isEqualTo(404);
  }

  private SellerDesk desk() {
    return requireNonNull(opened);
  }

  private <T> T nextTold(Class<T> type) {
    Message message = requireNonNull(rabbit.receive(MES, SellerDesk.PATIENCE.toMillis()));
    return json.readValue(message.getBody(), type);
  }
}
