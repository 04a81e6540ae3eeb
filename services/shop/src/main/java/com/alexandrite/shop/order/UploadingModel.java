package com.alexandrite.shop.order;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.outbox.OutboxMessage;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.kit.store.ObjectStore;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.PriceRequested;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A customer sends a model: kept in the store, asked for its price, all before the answer leaves.
 */
@Service
public class UploadingModel {

  private static final long MEGABYTE = 1_000_000;

  private static final Logger log = LoggerFactory.getLogger(UploadingModel.class);

  private final OrderTable orders;
  private final OrderLife life;
  private final ObjectStore store;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final Flags flags;
  private final FlagContexts contexts;

  UploadingModel(
      OrderTable orders,
      OrderLife life,
      ObjectStore store,
      Outbox outbox,
      TransactionTemplate transaction,
      InstantSource clock,
      Flags flags,
      FlagContexts contexts) {
    this.orders = orders;
    this.life = life;
    this.store = store;
    this.outbox = outbox;
    this.transaction = transaction;
    this.clock = clock;
    this.flags = flags;
    this.contexts = contexts;
  }

  /** The largest model that is taken from whoever asks now, in bytes. */
  public long limitBytes() {
    return flags.value(Features.MAX_MODEL_MEGABYTES, contexts.current()).longValue() * MEGABYTE;
  }

  /**
   * Stores the bytes, moves the order to FILE_UPLOADED, and asks for the price. Reads the stream to
   * its end, in memory that does not depend on its length.
   *
   * @param partner the business that the customer orders for; null for none
   * @throws ProblemException if the order takes no model any more, or the file is empty or too
   *     large
   * @throws IOException if the customer's connection breaks
   */
  public Order upload(Order order, String fileName, @Nullable String partner, InputStream bytes)
      throws IOException {
    if (!order.takesModel()) {
      throw tooLate(order);
    }
    try (SpooledModel spooled = SpooledModel.read(bytes, limitBytes())) {
      ModelFile model =
          spooled.claim("models/" + order.id() + "/" + UUID.randomUUID(), plainName(fileName));
      keep(model, spooled);
      transaction.executeWithoutResult(_ -> noteAndAsk(order, model, partner));
    }
    return orders.find(order.id()).orElseThrow();
  }

  private void keep(ModelFile model, SpooledModel spooled) {
    try {
      store.put(model.key(), spooled.file());
    } catch (IOException e) {
      log.error("The model store is away", e);
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "store-away",
          "Your model could not be stored. The order is kept as it was.",
          "Send the file again in a minute.");
    }
  }

  private void noteAndAsk(Order order, ModelFile model, @Nullable String partner) {
    UUID request = UUID.randomUUID();
    OrderProgress uploaded =
        life.advance(
            order,
            order.progress(),
            OrderState.FILE_UPLOADED,
            new TimelineTable.Cause(order.customer(), "uploaded", model.fileName(), request));
    orders.noteModel(order.id(), model, request);
    var facts =
        new EventFacts(request, order.id(), uploaded.version(), clock.instant(), order.customer());
    send(
        new PriceRequested(
            facts, model, order.wish().material(), order.wish().quantity(), partner));
  }

  private void send(OrderEvent event) {
    EventFacts facts = event.facts();
    outbox.append(
        new OutboxMessage(
            facts.eventId(), facts.orderId(), EventType.EXCHANGE, event.type().key(), event));
  }

  /** The name is for people only: no path, no control characters, not endless. */
  static String plainName(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("\\p{Cntrl}", "").strip();
    String cut = plain.length() > 120 ? plain.substring(plain.length() - 120) : plain;
    return cut.isEmpty() ? "model" : cut;
  }

  private static ProblemException tooLate(Order order) {
    return ProblemException.conflict(
        "model-not-taken",
        "Order %s is %s: its model can't be changed any more."
            .formatted(order.number(), order.state()),
        "Begin a new order for another model.");
  }
}
