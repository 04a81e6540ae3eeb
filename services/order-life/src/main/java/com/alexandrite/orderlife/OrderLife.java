package com.alexandrite.orderlife;

import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderProgress.Move;
import com.alexandrite.messages.OrderState;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The only place where an order changes its state: compare and set, one line in the timeline, word
 * to open pages. A service makes one of its own; every method needs the caller's transaction.
 *
 * @param <O> the order as the service keeps it
 */
public class OrderLife<O extends KeptOrder> {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final LiveFeed live;
  private final InstantSource clock;
  private final OrderRows rows;
  private final Function<O, List<String>> topics;
  private final Timeline timeline;

  /**
   * Makes the life of a service's orders.
   *
   * @param topics what open pages follow that show the order
   */
  public OrderLife(
      JdbcClient jdbc,
      Outbox outbox,
      LiveFeed live,
      InstantSource clock,
      OrderRows rows,
      Function<O, List<String>> topics) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.live = live;
    this.clock = clock;
    this.rows = rows;
    this.topics = topics;
    this.timeline = new Timeline(jdbc);
  }

  /** Enters the first step of an order that was just written. */
  public void begin(O order, Cause cause) {
    enter(order, order.progress(), cause);
  }

  /**
   * Moves an order as its owner to the state that the event tells; the event leaves with the same
   * transaction.
   *
   * @param act what was done, in a word
   * @param event made from who, when and which order
   * @return the event
   * @throws ProblemException if it may not go there, or somebody else moved it meanwhile (409)
   */
  public <E extends OrderEvent> E decide(
      O order, String actor, String act, Function<EventFacts, E> event) {
    long next = order.progress().version() + 1;
    E told =
        event.apply(new EventFacts(UUID.randomUUID(), order.id(), next, clock.instant(), actor));
    advance(order, told.reached().orElseThrow(), Cause.of(told, act));
    outbox.append(OrderEvents.message(told));
    return told;
  }

  /**
   * Moves an order as its owner; nobody else is told.
   *
   * @throws ProblemException if it may not go there, or somebody else moved it meanwhile (409)
   */
  public void advance(O order, OrderState wanted, Cause cause) {
    if (!(order.progress().advanceTo(wanted) instanceof Move.Apply apply)) {
      throw illegal(order, wanted);
    }
    if (!write(order, apply.progress(), cause)) {
      throw overtaken(order);
    }
  }

  /** Follows what the order's owner did; an event that tells of no step changes nothing. */
  public Outcome follow(O order, OrderEvent event) {
    return event
        .reached()
        .map(state -> follow(order, event, order.progress().follow(state, event.facts().version())))
        .orElseGet(Outcome::done);
  }

  private Outcome follow(O order, OrderEvent event, Move move) {
    return switch (move) {
      case Move.Apply apply ->
          write(order, apply.progress(), Cause.of(event))
              ? Outcome.done()
              : new Outcome.Later("the order was changed at the same moment");
      case Move.AlreadyKnown _ -> Outcome.done();
      case Move.Gap gap ->
          new Outcome.Later("step " + gap.expected() + " is missing before " + gap.heard());
      case Move.Illegal illegal ->
          new Outcome.Hopeless(illegal.from() + " can't become " + illegal.to());
    };
  }

  /** Tells open pages that something about the order changed. */
  public void tell(O order) {
    topics.apply(order).forEach(live::changed);
  }

  /** Returns the steps of an order, oldest first. */
  public List<Step> stepsOf(O order) {
    return timeline.of(order.id());
  }

  private boolean write(O order, OrderProgress next, Cause cause) {
    boolean moved = rows.move(jdbc, order.id(), order.progress(), next);
    if (moved) {
      enter(order, next, cause);
    }
    return moved;
  }

  private void enter(O order, OrderProgress reached, Cause cause) {
    timeline.add(order.id(), reached, cause);
    tell(order);
  }

  private ProblemException illegal(O order, OrderState wanted) {
    return ProblemException.conflict(
        "illegal-transition",
        "Order %s is %s and can't become %s.".formatted(order.number(), order.state(), wanted),
        "Look at its present state.");
  }

  private ProblemException overtaken(O order) {
    return ProblemException.conflict(
        "overtaken",
        "Order %s was changed by somebody else at the same moment.".formatted(order.number()),
        "Look at its present state and decide again.");
  }
}
