package com.alexandrite.orderlife;

import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import java.util.UUID;

/** An order as one service keeps it. */
public interface KeptOrder {

  /** Returns its id, the same in every service. */
  UUID id();

  /** Returns the number that people say, such as {@code AX-1042}. */
  String number();

  /** Returns state and version as they were read. */
  OrderProgress progress();

  /** Returns where it stands. */
  default OrderState state() {
    return progress().state();
  }
}
