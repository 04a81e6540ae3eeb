package com.alexandrite.mes.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.page.Page;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.Geometry;
import com.alexandrite.messages.ManufacturingApproved;
import com.alexandrite.messages.MaterialCode;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderClosed;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Dispatch and operations against the real database: every race has one winner. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OperatingIT {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();

  @Autowired private Operating operating;
  @Autowired private WorkOrders workOrders;
  @Autowired private FollowingOrder following;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
    registry.add("management.server.port", () -> 0);
  }

  @BeforeEach
  void emptyQueue() {
    jdbc.sql("delete from order_transitions").update();
    jdbc.sql("delete from work_orders").update();
  }

  @Test
  void nextIsTheOneThatIsDueFirst() {
    approve(Duration.ofDays(3));
    UUID urgent = approve(Duration.ofDays(1));
    approve(Duration.ofDays(2));

    assertThat(operating.takeNext("oleg").map(WorkOrder::id)).contains(urgent);
  }

  @Test
  void longQueueIsReadPageByPage() {
    List<UUID> urgent =
        IntStream.range(0, 30).mapToObj(days -> approve(Duration.ofDays(days))).toList();

    Page<WorkOrder> first = workOrders.queue(1);
    Page<WorkOrder> second = workOrders.queue(2);

    assertThat(first.total()).isEqualTo(30);
    assertThat(first.rows()).extracting(WorkOrder::id).isEqualTo(urgent.subList(0, 25));
    assertThat(second.rows()).extracting(WorkOrder::id).isEqualTo(urgent.subList(25, 30));
  }

  @Test
  void benchesAreReadPageByPageOnesOwnFirst() {
    for (int days = 0; days < 30; days++) {
      approve(Duration.ofDays(days));
      operating.takeNext("oleg");
    }
    UUID own = approve(Duration.ofDays(40));
    operating.takeNext("olga");

    Page<WorkOrder> first = workOrders.onBench("olga", 1);

    assertThat(first.total()).isEqualTo(31);
    assertThat(first.rows()).hasSize(Page.SIZE);
    assertThat(first.rows().getFirst().id()).isEqualTo(own);
    assertThat(workOrders.onBench("olga", 2).rows()).hasSize(31 - Page.SIZE);
  }

  @Test
  void emptyQueueGivesNothing() {
    assertThat(workOrders.queue(1).total()).isZero();
    assertThat(operating.takeNext("oleg")).isEmpty();
  }

  @Test
  void operatorsAtTheSameMomentGetDifferentOrders()
      throws InterruptedException, ExecutionException {
    IntStream.range(0, 8).forEach(_ -> approve(Duration.ofDays(1)));

    List<Optional<WorkOrder>> taken = atOnce(8, () -> operating.takeNext("oleg"));

    assertThat(taken).allMatch(Optional::isPresent);
    assertThat(taken.stream().flatMap(Optional::stream).map(WorkOrder::id)).doesNotHaveDuplicates();
  }

  @Test
  void ofManyWhoTakeOneOrderOneWins() throws InterruptedException, ExecutionException {
    UUID id = approve(Duration.ofDays(1));

    List<String> answers = atOnce(6, () -> take(id));

    assertThat(answers).containsOnlyOnce("taken");
    assertThat(answers.stream().filter(it -> !it.equals("taken")))
        .isSubsetOf("overtaken", "illegal-transition");
    assertThat(eventsAbout(id)).isEqualTo(1);
  }

  @Test
  void wholeWorkIsDoneInItsOrderOnly() {
    UUID id = approve(Duration.ofDays(1));

    assertThatThrownBy(() -> operating.perform(id, Operation.SHIP, "olga"))
        .isInstanceOf(ProblemException.class);
    for (Operation operation : Operation.values()) {
      assertThat(operating.perform(id, operation, "olga").state()).isEqualTo(operation.target());
    }
    assertThat(workOrders.of(id).tracking()).startsWith("Alexandrite Express AX7-");
  }

  @Test
  void closingWaitsForWhatComesBefore() {
    UUID id = approve(Duration.ofDays(1));
    OrderClosed closed = new OrderClosed(new EventFacts(UUID.randomUUID(), id, 9, NOW, "vera"));

    assertThat(hear(closed)).isInstanceOf(Outcome.Later.class);
    for (Operation operation : Operation.values()) {
      operating.perform(id, operation, "oleg");
    }
    assertThat(hear(closed)).isInstanceOf(Outcome.Done.class);
    assertThat(hear(closed)).isInstanceOf(Outcome.Done.class);
    assertThat(workOrders.of(id).state()).isEqualTo(OrderState.CLOSED);
  }

  private String take(UUID id) {
    try {
      operating.perform(id, Operation.TAKE, "oleg");
      return "taken";
    } catch (ProblemException e) {
      return String.valueOf(
          e.getBody().getProperties() == null ? "" : e.getBody().getProperties().get("code"));
    }
  }

  private UUID approve(Duration due) {
    UUID id = UUID.randomUUID();
    var model = new ModelFile("models/x", "00", 84, "ring.stl");
    var geometry = new Geometry("stl-binary", "mm", 12, 1, 6, new Geometry.Box(1, 1, 1), 1, true);
    var facts = new EventFacts(UUID.randomUUID(), id, 4, NOW, "vera");
    var approved =
        new ManufacturingApproved(
            facts, "AX-7", model, MaterialCode.SILVER_925, 1, geometry, NOW.plus(due));
    assertThat(hear(approved)).isInstanceOf(Outcome.Done.class);
    return id;
  }

  private Outcome hear(OrderEvent event) {
    return transaction.execute(_ -> following.hear(event));
  }

  private int eventsAbout(UUID id) {
    return jdbc.sql(
            "select count(*) from order_transitions where order_id = :id and cause = 'take'")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private static <T> List<T> atOnce(int times, Callable<T> act)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          threads.invokeAll(IntStream.range(0, times).mapToObj(_ -> act).toList());
      return running.stream().map(Future::resultNow).toList();
    }
  }
}
