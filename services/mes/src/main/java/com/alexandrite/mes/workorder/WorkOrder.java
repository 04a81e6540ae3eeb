package com.alexandrite.mes.workorder;

import com.alexandrite.messages.Geometry;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import com.alexandrite.orderlife.KeptOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work.
 *
 * @param operator who took it
 * @param tracking carrier and code, once shipped
 */
public record WorkOrder(
    UUID id,
    String number,
    OrderProgress progress,
    String material,
    int quantity,
    ModelFile model,
    Geometry geometry,
    Instant dueAt,
    @Nullable String operator,
    @Nullable String tracking,
    Instant changedAt)
    implements KeptOrder {

  /** Returns what an operator does with it next; empty once it is shipped. */
  public Optional<Operation> nextOperation() {
    return Operation.leadingFrom(state());
  }

  /** Says whether it should have left the house. */
  public boolean late(Instant now) {
    return state().compareTo(OrderState.SHIPPED) < 0 && now.isAfter(dueAt);
  }
}
