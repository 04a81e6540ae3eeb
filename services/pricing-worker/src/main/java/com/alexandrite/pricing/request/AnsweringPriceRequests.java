package com.alexandrite.pricing.request;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.messaging.Delivery;
import com.alexandrite.kit.messaging.Inbox;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.outbox.OutboxMessage;
import com.alexandrite.kit.store.MissingObjectException;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.PriceCalculated;
import com.alexandrite.messages.PriceRequested;
import com.alexandrite.messages.PricingFailed;
import com.alexandrite.pricing.model.MeasuringModel;
import com.alexandrite.pricing.price.PriceRules;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The way of one price request: look whether it is answered, note the attempt, price, and write
 * answer and event in one transaction.
 *
 * <p>Each request gets exactly one answer, however often it is delivered: the inbox entry, the row
 * and the event commit together, and a second worker finds the entry. Nothing here waits near the
 * broker's consumer timeout (30 minutes): fetching and measuring have limits of a minute, so a
 * delivery is settled long before.
 */
class AnsweringPriceRequests implements Subscription.Handler {

  /** The queue that the workers share. */
  static final String QUEUE = "pricing.requests";

  static final String ALGORITHM = MeasuringModel.ALGORITHM_VERSION + "." + PriceRules.VERSION;

  private static final Logger log = LoggerFactory.getLogger(AnsweringPriceRequests.class);

  /** Begun by so many processes without an end, a file is taken to be what ended them. */
  private static final int MOST_CRASHES = 3;

  /** Tries before a missing or changed file is told to the customer: a store may lag behind. */
  private static final int TRIES_FOR_THE_FILE = 3;

  private final Pricing pricing;
  private final AnswerBook book;
  private final Inbox inbox;
  private final Outbox outbox;
  private final TransactionOperations transaction;
  private final JobFigures figures;
  private final String rateTableVersion;
  private final Duration quoteValidity;
  private final Flags flags;
  private final EvaluationContext process;

  AnsweringPriceRequests(
      Pricing pricing,
      AnswerBook book,
      Inbox inbox,
      Outbox outbox,
      TransactionOperations transaction,
      JobFigures figures,
      String rateTableVersion,
      Duration quoteValidity,
      Flags flags,
      EvaluationContext process) {
    this.pricing = pricing;
    this.book = book;
    this.inbox = inbox;
    this.outbox = outbox;
    this.transaction = transaction;
    this.figures = figures;
    this.rateTableVersion = rateTableVersion;
    this.quoteValidity = quoteValidity;
    this.flags = flags;
    this.process = process;
  }

  @Override
  public Outcome handle(Delivery delivery) {
    PriceRequested request = delivery.as(PriceRequested.class);
    EvaluationContext context = PriceContexts.of(request, process);
    if (!flags.isOn(Features.PRICE_REQUESTS, context)) {
      return new Outcome.Held("price requests are switched off");
    }
    try (JobFigures.Job job = figures.begin()) {
      return work(job, delivery, request, context);
    }
  }

  private Outcome work(
      JobFigures.Job job, Delivery delivery, PriceRequested request, EvaluationContext context) {
    UUID requestId = request.facts().eventId();
    if (book.isAnswered(requestId)) {
      job.end(JobFigures.Outcome.DUPLICATE);
      return Outcome.done();
    }
    int crashes = book.begin(requestId);
    try {
      Answer answer =
          crashes >= MOST_CRASHES
              ? afterCrashes(request)
              : answer(request, context, delivery.attempt());
      job.end(settle(request, answer));
      return Outcome.done();
    } catch (IOException | RuntimeException notNow) {
      job.end(JobFigures.Outcome.LATER);
      book.giveBack(requestId);
      log.warn("Price of {} later: {}", request.facts().orderId(), notNow.toString());
      return new Outcome.Later(notNow.getClass().getSimpleName() + ": " + notNow.getMessage());
    }
  }

  private Answer answer(PriceRequested request, EvaluationContext context, int attempt)
      throws IOException {
    try {
      return pricing.answer(request, context);
    } catch (MissingObjectException missing) {
      return told("file-missing", "The uploaded file is gone. Upload it again.", attempt, missing);
    } catch (DamagedModelException damaged) {
      return told(
          "file-damaged", "The file was damaged on its way. Upload it again.", attempt, damaged);
    }
  }

  private static Answer told(String reason, String detail, int attempt, IOException cause)
      throws IOException {
    if (attempt < TRIES_FOR_THE_FILE) {
      throw cause;
    }
    log.error("No price for a lost file: {}", cause.getMessage());
    return new Answer.Failed(reason, detail);
  }

  private static Answer afterCrashes(PriceRequested request) {
    log.error("Gave up on {}: workers ended while measuring it", request.model().key());
    return new Answer.Failed(MeasuredModel.UNPROCESSABLE, "This model could not be measured.");
  }

  /** Writes inbox entry, row and event together; or nothing, when another worker was faster. */
  private JobFigures.Outcome settle(PriceRequested request, Answer answer) {
    Boolean written =
        transaction.execute(_ -> {
          if (!inbox.enter(QUEUE, request.facts().eventId())) {
            return false;
          }
          Issue issue = issue(request, answer);
          book.write(request, answer, issue);
          outbox.append(message(event(request, answer, issue)));
          return true;
        });
    if (!Boolean.TRUE.equals(written)) {
      return JobFigures.Outcome.DUPLICATE;
    }
    return answer instanceof Answer.Priced ? JobFigures.Outcome.PRICED : JobFigures.Outcome.REFUSED;
  }

  private Issue issue(PriceRequested request, Answer answer) {
    UUID id = request.facts().eventId();
    return switch (answer) {
      case Answer.Priced priced ->
          Issue.of(
              id,
              book.now(),
              priced.price().rateTableVersion(),
              ALGORITHM + "-" + priced.volumeMethod());
      case Answer.Failed _ -> Issue.of(id, book.now(), rateTableVersion, ALGORITHM);
    };
  }

  private OrderEvent event(PriceRequested request, Answer answer, Issue issue) {
    EventFacts asked = request.facts();
    EventFacts facts =
        new EventFacts(
            issue.eventId(), asked.orderId(), asked.version(), issue.at(), "pricing-worker");
    return switch (answer) {
      case Answer.Priced priced ->
          new PriceCalculated(facts, asked.eventId(), issue.quote(priced, quoteValidity));
      case Answer.Failed failed ->
          new PricingFailed(facts, asked.eventId(), failed.reason(), failed.detail());
    };
  }

  private static OutboxMessage message(OrderEvent event) {
    return new OutboxMessage(
        event.facts().eventId(),
        event.facts().orderId(),
        EventType.EXCHANGE,
        event.type().key(),
        event);
  }
}
