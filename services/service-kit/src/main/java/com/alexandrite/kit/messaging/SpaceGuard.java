package com.alexandrite.kit.messaging;

import com.alexandrite.kit.preview.Baggage;
import com.alexandrite.kit.preview.OwnSpace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/**
 * Keeps the facts of another space from a consumer, so that a wrong wiring of preview environments
 * does no harm: they are parked, and can be replayed once the wiring is right.
 */
class SpaceGuard {

  private final OwnSpace own;
  private final Counter refused;

  /** Counts from the start, so that the first refusal is seen as a change. */
  SpaceGuard(String queue, OwnSpace own, MeterRegistry registry) {
    this.own = own;
    this.refused =
        Counter.builder("messages.refused")
            .description("Messages of another space that were parked and not handled")
            .tag("queue", queue)
            .register(registry);
  }

  /** Opens the scope in which what follows from the message carries what it carries. */
  Baggage.Scope open(Message message) {
    return Baggage.open(own.mark(baggage(message)));
  }

  /** The end of a message that must not be handled here; empty for all others. */
  Optional<Outcome> refuses(Message message) {
    Optional<String> why = own.refuses(baggage(message));
    why.ifPresent(_ -> refused.increment());
    return why.map(it -> new Outcome.Hopeless("not handled: " + it));
  }

  /** A long header comes as another type than a short one. */
  private static Baggage baggage(Message message) {
    @Nullable Object header = message.getMessageProperties().getHeader(Baggage.HEADER);
    return Baggage.of(header == null ? null : header.toString());
  }
}
