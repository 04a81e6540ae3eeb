package com.alexandrite.pricing.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.flags.testing.FixedFlags;
import com.alexandrite.kit.drill.JobDrill;
import com.alexandrite.kit.messaging.Delivery;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.messages.MaterialCode;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.PriceCalculated;
import com.alexandrite.messages.PriceRequested;
import com.alexandrite.messages.PricingFailed;
import com.alexandrite.pricing.model.MeasuringModel;
import com.alexandrite.pricing.model.ModelLimits;
import com.alexandrite.pricing.price.PriceRules;
import com.alexandrite.pricing.price.RateTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Every way that one request can go. */
class AnsweringPriceRequestsTest {

  private static final int MOST_BYTES = 1000;

  private final InMemoryBook book = new InMemoryBook();
  private final InMemoryStore store = new InMemoryStore();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final JsonMapper json = JsonMapper.builder().build();
  private final FixedFlags flags = new FixedFlags();
  private BoundedMeasuring.Measure measure =
      file ->
          MeasuredModel.of(new MeasuringModel(new ModelLimits(MOST_BYTES, 1000, 100_000)).of(file));

  @Test
  void pricesAModel() {
    PriceRequested request = TestModels.request(store.hold(TestModels.cube(10)));
    assertThat(deliver(request, 1)).isInstanceOf(Outcome.Done.class);
    PriceCalculated event = (PriceCalculated) book.sent.getFirst().body();
    assertThat(event.quote().expiresAt()).isEqualTo(InMemoryBook.NOW.plus(Duration.ofDays(14)));
    assertThat(event.quote().rateTableVersion()).isEqualTo(RateTable.current().version());
    assertThat(event.quote().algorithmVersion()).isEqualTo("2.2-sum");
    assertThat(book.begun).isEmpty();
    assertThat(count("priced")).isEqualTo(1);
  }

  @Test
  void givesTheSameQuoteWhicheverWorkerAnswers() {
    PriceRequested request = TestModels.request(store.hold(TestModels.cube(10)));
    deliver(request, 1);
    book.answers.clear();
    InMemoryBook other = new InMemoryBook();
    deliver(request, 1, other);
    assertThat(other.sent).isEqualTo(book.sent);
  }

  @Test
  void writesNothingWhenAnotherWorkerWasFaster() {
    PriceRequested request = TestModels.request(store.hold(TestModels.cube(10)));
    book.enter(AnsweringPriceRequests.QUEUE, request.facts().eventId());
    assertThat(deliver(request, 1)).isInstanceOf(Outcome.Done.class);
    assertThat(book.sent).isEmpty();
    assertThat(count("duplicate")).isEqualTo(1);
  }

  @Test
  void waitsForAStoreThatIsAway() {
    PriceRequested request = TestModels.request(store.hold(TestModels.cube(10)));
    store.away = true;
    for (int attempt = 1; attempt < 15; attempt++) {
      assertThat(deliver(request, attempt)).isInstanceOf(Outcome.Later.class);
    }
    store.away = false;
    assertThat(deliver(request, 15)).isInstanceOf(Outcome.Done.class);
    assertThat(book.sent.getFirst().body()).isInstanceOf(PriceCalculated.class);
  }

  @Test
  void givesAMissingFileSomeTime() {
    PriceRequested request = TestModels.request(TestModels.claim(TestModels.cube(10)));
    assertThat(deliver(request, 1)).isInstanceOf(Outcome.Later.class);
    assertThat(deliver(request, 2)).isInstanceOf(Outcome.Later.class);
    assertThat(deliver(request, 3)).isInstanceOf(Outcome.Done.class);
    assertThat(failure().reason()).isEqualTo("file-missing");
  }

  @Test
  void refusesOtherBytesThanWereUploaded() {
    ModelFile model = store.hold(TestModels.cube(10));
    store.replace(model, TestModels.cube(11));
    assertThat(deliver(TestModels.request(model), 3)).isInstanceOf(Outcome.Done.class);
    assertThat(failure().reason()).isEqualTo("file-damaged");
    store.replace(model, new byte[2000]);
    deliver(TestModels.request(model), 3);
    assertThat(failure().reason()).isEqualTo("file-damaged");
  }

  @Test
  void doesNotFetchWhatIsTooLarge() {
    deliver(TestModels.request(store.hold(new byte[MOST_BYTES + 1])), 1);
    assertThat(failure().reason()).isEqualTo("too-large");
    assertThat(store.opened).isZero();
  }

  @Test
  void refusesMaterialsAndQuantitiesThatAreNotOffered() {
    ModelFile model = store.hold(TestModels.cube(10));
    deliver(TestModels.request(model, "mithril", 1), 1);
    assertThat(failure().reason()).isEqualTo("unknown-material");
    deliver(TestModels.request(model, MaterialCode.GOLD_750, 0), 1);
    assertThat(failure().reason()).isEqualTo("quantity-out-of-range");
  }

  @Test
  void remembersWhatDependsOnTheBytesOnly() {
    deliver(TestModels.request(store.hold(TestModels.cube(10))), 1);
    deliver(TestModels.request(store.hold("no model".getBytes(StandardCharsets.UTF_8))), 1);
    assertThat(store.remembered).hasSize(2);
    measure =
        _ -> {
          throw new OutOfMemoryError("as if");
        };
    deliver(TestModels.request(store.hold(TestModels.cube(12))), 1);
    assertThat(failure().reason()).isEqualTo("too-large");
    measure =
        _ -> {
          throw new IllegalStateException("a bug in a reader");
        };
    deliver(TestModels.request(store.hold(TestModels.cube(13))), 1);
    assertThat(failure().reason()).isEqualTo("unprocessable");
    assertThat(store.remembered).hasSize(2);
  }

  @Test
  void endsAMeasurementThatTakesTooLong() {
    measure =
        _ -> {
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
          return new MeasuredModel.Unusable("late", "");
        };
    deliver(TestModels.request(store.hold(TestModels.cube(10))), 1);
    assertThat(failure().reason()).isEqualTo("too-complex");
  }

  @Test
  void givesUpAfterThreeCrashes() {
    PriceRequested request = TestModels.request(store.hold(TestModels.cube(10)));
    for (int crash = 0; crash < 3; crash++) {
      book.begin(request.facts().eventId());
    }
    deliver(request, 1);
    assertThat(failure().reason()).isEqualTo("unprocessable");
    assertThat(store.opened).isZero();
  }

  @Test
  void holdsRequestsWhileTheyAreSwitchedOff() {
    PriceRequested request = TestModels.request(store.hold(TestModels.cube(10)));
    flags.off(Features.PRICE_REQUESTS);
    assertThat(deliver(request, 1)).isInstanceOf(Outcome.Held.class);
    assertThat(store.opened).isZero();
    assertThat(book.sent).isEmpty();

    flags.on(Features.PRICE_REQUESTS);
    assertThat(deliver(request, 1)).isInstanceOf(Outcome.Done.class);
    assertThat(book.sent).hasSize(1);
  }

  private PricingFailed failure() {
    return (PricingFailed) book.sent.getLast().body();
  }

  private double count(String outcome) {
    return registry.get("job").tag("outcome", outcome).counter().count();
  }

  private Outcome deliver(PriceRequested request, int attempt) {
    return deliver(request, attempt, book);
  }

  private Outcome deliver(PriceRequested request, int attempt, InMemoryBook used) {
    PriceRules rules = new PriceRules(RateTable.current());
    BoundedMeasuring measuring =
        new BoundedMeasuring(file -> measure.of(file), 1, Duration.ofMillis(200));
    ModelFetch fetch = new ModelFetch(store, Duration.ofSeconds(5));
    AnsweringPriceRequests answering =
        new AnsweringPriceRequests(
            new Pricing(
                rules,
                new PriceRules(RateTable.next()),
                store,
                fetch,
                measuring,
                MOST_BYTES,
                flags,
                JobDrill.none()),
            used,
            used,
            used,
            TransactionOperations.withoutTransaction(),
            new JobFigures(registry),
            rules.rates().version(),
            Duration.ofDays(14),
            flags,
            EvaluationContext.NOBODY);
    return answering.handle(
        new Delivery(
            request.facts().eventId(),
            "price.requested",
            attempt,
            json.writeValueAsString(request),
            json));
  }
}
