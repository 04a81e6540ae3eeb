package com.alexandrite.shop.web;

import com.alexandrite.messages.OrderState;
import com.alexandrite.orderlife.Step;
import com.alexandrite.shop.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the order's way, as its page shows it.
 *
 * @param look word that the shared fragment knows: done, running, waiting, failed, pending
 */
public record Stepper(OrderState state, String look, @Nullable String note, @Nullable Instant at) {

  /** The way of every order; SUBMITTED and PRICE_CALCULATED are one moment for the customer. */
  private static final List<OrderState> WAY =
      List.of(
          OrderState.FILE_UPLOADED,
          OrderState.PRICE_CALCULATED,
          OrderState.MANUFACTURING_APPROVED,
          OrderState.MANUFACTURING_STARTED,
          OrderState.MANUFACTURING_COMPLETED,
          OrderState.PACKAGING,
          OrderState.SHIPPED,
          OrderState.CLOSED);

  static List<Stepper> of(Order order, List<Step> timeline) {
    return WAY.stream().map(state -> of(state, order, latest(timeline, state))).toList();
  }

  private static Stepper of(OrderState state, Order order, Optional<Step> taken) {
    return new Stepper(
        state,
        look(state, order),
        taken.map(Step::note).orElse(null),
        taken.map(Step::at).orElse(null));
  }

  private static String look(OrderState state, Order order) {
    OrderState now = order.state();
    if (now == OrderState.PRICING_FAILED && state == OrderState.FILE_UPLOADED) {
      return "failed";
    }
    if (now == OrderState.FILE_UPLOADED && state == now && order.awaitsPrice()) {
      return "running";
    }
    if (now != OrderState.PRICING_FAILED && state.compareTo(now) <= 0) {
      return "done";
    }
    return state == next(now) ? waitingOrRunning(state) : "pending";
  }

  private static String waitingOrRunning(OrderState state) {
    return state == OrderState.PRICE_CALCULATED || state == OrderState.FILE_UPLOADED
        ? "waiting"
        : "running";
  }

  private static @Nullable OrderState next(OrderState now) {
    return now == OrderState.PRICING_FAILED
        ? null
        : WAY.stream().filter(state -> state.compareTo(now) > 0).findFirst().orElse(null);
  }

  private static Optional<Step> latest(List<Step> timeline, OrderState state) {
    return timeline.stream().filter(step -> step.state() == state).reduce((_, last) -> last);
  }
}
