package com.alexandrite.shop.order;

import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.kit.store.MissingObjectException;
import com.alexandrite.kit.store.ObjectStore;
import com.alexandrite.messages.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Service;

/** Gives the customer's model back, for the page that shows it. */
@Service
public class ReadingModel {

  private final ObjectStore store;

  ReadingModel(ObjectStore store) {
    this.store = store;
  }

  /**
   * Opens the bytes; close them.
   *
   * @throws ProblemException if the order has no model (404)
   * @throws IOException if the store is away
   */
  public InputStream open(Order order) throws IOException {
    ModelFile model = order.model();
    if (model == null) {
      throw none(order);
    }
    try {
      return store.open(model.key());
    } catch (MissingObjectException _) {
      throw none(order);
    }
  }

  private static ProblemException none(Order order) {
    return ProblemException.notFound("model-unknown", "Order " + order.number() + " has no model.");
  }
}
