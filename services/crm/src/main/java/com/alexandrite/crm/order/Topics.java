package com.alexandrite.crm.order;

import java.util.UUID;

/** What open pages follow. */
public final class Topics {

  /** Everything. */
  public static final String ALL = "orders";

  private Topics() {}

  /** One order. */
  public static String order(UUID id) {
    return "order:" + id;
  }
}
