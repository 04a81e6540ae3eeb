package com.alexandrite.crm.order;

import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.Quote;
import com.alexandrite.orderlife.KeptOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as the seller knows it.
 *
 * @param dueAt when it was promised to leave the house
 * @param tracking carrier and code, once shipped
 */
public record Order(
    UUID id,
    String number,
    String customer,
    OrderProgress progress,
    String material,
    int quantity,
    ModelFile model,
    Quote quote,
    Instant dueAt,
    @Nullable String tracking,
    Instant placedAt,
    Instant changedAt)
    implements KeptOrder {

  /** Says whether a seller is the one to act. */
  public boolean waitsForSeller() {
    return mayBeApproved() || mayBeClosed();
  }

  /** Says whether it waits for approval. */
  public boolean mayBeApproved() {
    return state().mayBecome(OrderState.MANUFACTURING_APPROVED);
  }

  /** Says whether it waits to be closed. */
  public boolean mayBeClosed() {
    return state().mayBecome(OrderState.CLOSED);
  }

  /** Says whether the promise is broken, or will be. */
  public boolean late(Instant now) {
    return state().compareTo(OrderState.SHIPPED) < 0 && now.isAfter(dueAt);
  }
}
