package com.alexandrite.shop.order;

import java.util.UUID;

/** What open pages follow. */
public final class Topics {

  private Topics() {}

  /** One order. */
  public static String order(UUID id) {
    return "order:" + id;
  }

  /** All orders of one customer. */
  public static String customer(String username) {
    return "customer:" + username;
  }
}
