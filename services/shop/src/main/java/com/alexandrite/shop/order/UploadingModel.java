package com.alexandrite.shop.order;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.kit.store.ObjectStore;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.PriceRequested;
import com.alexandrite.orderlife.OrderLife;
import java.io.IOException;
import java.io.InputStream;
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
  private final OrderLife<Order> life;
  private final ObjectStore store;
  private final TransactionTemplate transaction;
  private final Flags flags;
  private final FlagContexts contexts;

  UploadingModel(
      OrderTable orders,
      OrderLife<Order> life,
      ObjectStore store,
      TransactionTemplate transaction,
      Flags flags,
      FlagContexts contexts) {
    this.orders = orders;
    this.life = life;
    this.store = store;
    this.transaction = transaction;
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
    requireTakesModel(order);
    try (SpooledModel spooled = SpooledModel.read(bytes, limitBytes())) {
      ModelFile model =
          spooled.claim("models/" + order.id() + "/" + UUID.randomUUID(), plainName(fileName));
      keep(model, spooled);
      transaction.executeWithoutResult(_ -> noteAndAsk(order.id(), model, partner));
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

  /** An upload may take minutes: the order is judged as it is at its end, not at its beginning. */
  private void noteAndAsk(UUID id, ModelFile model, @Nullable String partner) {
    Order order = orders.lock(id);
    requireTakesModel(order);
    Order.Wish wish = order.wish();
    PriceRequested request =
        life.decide(
            order,
            order.customer(),
            "uploaded",
            facts -> new PriceRequested(facts, model, wish.material(), wish.quantity(), partner));
    orders.noteModel(order.id(), model, request.facts().eventId());
  }

  /** The name is for people only: no path, no control characters, not endless. */
  static String plainName(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("\\p{Cntrl}", "").strip();
    String cut = plain.length() > 120 ? plain.substring(plain.length() - 120) : plain;
    return cut.isEmpty() ? "model" : cut;
  }

  private static void requireTakesModel(Order order) {
    if (!order.takesModel()) {
      throw ProblemException.conflict(
          "model-not-taken",
          "Order %s is %s: its model can't be changed any more."
              .formatted(order.number(), order.state()),
          "Begin a new order for another model.");
    }
  }
}
