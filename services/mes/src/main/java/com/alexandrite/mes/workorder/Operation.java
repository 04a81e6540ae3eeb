package com.alexandrite.mes.workorder;

import com.alexandrite.messages.OrderState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an operator does with a work order, and the state that it leads to. */
public enum Operation {
  /** Begins to make it. */
  TAKE(OrderState.MANUFACTURING_APPROVED, OrderState.MANUFACTURING_STARTED),
  /** Has made it. */
  COMPLETE(OrderState.MANUFACTURING_STARTED, OrderState.MANUFACTURING_COMPLETED),
  /** Begins to pack it. */
  PACK(OrderState.MANUFACTURING_COMPLETED, OrderState.PACKAGING),
  /** Hands it to the carrier. */
  SHIP(OrderState.PACKAGING, OrderState.SHIPPED);

  private final OrderState from;
  private final OrderState target;

  Operation(OrderState from, OrderState target) {
    this.from = from;
    this.target = target;
  }

  /** Returns the operation that is due in a state. */
  static Optional<Operation> leadingFrom(OrderState state) {
    return Arrays.stream(values()).filter(it -> it.from == state).findFirst();
  }

  /** Finds an operation by its word in addresses. */
  static Optional<Operation> ofWord(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** Returns the state that it leads to. */
  public OrderState target() {
    return target;
  }

  /** Returns its word in addresses and message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
