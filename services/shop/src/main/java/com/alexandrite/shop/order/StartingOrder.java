package com.alexandrite.shop.order;

import static java.util.Objects.requireNonNullElse;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.shop.catalog.Catalog;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer begins an order: nothing is owed yet, on either side. */
@Service
public class StartingOrder {

  private static final int MOST = 100;

  private final OrderTable orders;
  private final TimelineTable timeline;
  private final Catalog catalog;
  private final Flags flags;
  private final FlagContexts contexts;

  StartingOrder(
      OrderTable orders,
      TimelineTable timeline,
      Catalog catalog,
      Flags flags,
      FlagContexts contexts) {
    this.orders = orders;
    this.timeline = timeline;
    this.catalog = catalog;
    this.flags = flags;
    this.contexts = contexts;
  }

  /** Says whether new orders are taken from whoever asks now. */
  public boolean isOpen() {
    return flags.isOn(Features.ORDER_INTAKE, contexts.current());
  }

  /**
   * Begins an order.
   *
   * @throws ProblemException if no new orders are taken, or the wish names what is not offered
   */
  @Transactional
  public Order start(String customer, Request request) {
    if (!isOpen()) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "order-intake-closed",
          "The workshop takes no new orders for the moment. Orders that were begun go on.",
          "Come back a little later; your orders are on their page as always.");
    }
    UUID id = UUID.randomUUID();
    orders.insert(id, customer, checked(request));
    timeline.add(id, OrderProgress.begun(), TimelineTable.Cause.act(customer, "begun"));
    return orders.find(id).orElseThrow();
  }

  private Order.Wish checked(Request request) {
    String product = requireNonNullElse(request.product(), catalog.products().getFirst().code());
    String material = requireNonNullElse(request.material(), catalog.materials().getFirst().code());
    int quantity = requireNonNullElse(request.quantity(), 1);
    if (!catalog.offers(product, material) || quantity < 1 || quantity > MOST) {
      throw ProblemException.badRequest(
          "wish-not-offered",
          "We don't offer %d of %s in %s.".formatted(quantity, product, material),
          "Choose from the catalogue, and between 1 and " + MOST + " pieces.");
    }
    return new Order.Wish(product, material, quantity);
  }

  /** The customer's wish; what is left out becomes the catalogue's first. */
  public record Request(
      @Nullable String product, @Nullable String material, @Nullable Integer quantity) {}
}
