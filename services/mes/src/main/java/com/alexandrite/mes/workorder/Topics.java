package com.alexandrite.mes.workorder;

import java.util.UUID;

/** What open pages follow. */
public final class Topics {

  /** Queue and benches. */
  public static final String ALL = "work-orders";

  private Topics() {}

  /** One work order. */
  public static String workOrder(UUID id) {
    return "work-order:" + id;
  }
}
