package com.alexandrite.pricing.request;

import com.alexandrite.messages.Geometry;
import com.alexandrite.pricing.price.Price;

/** What a price request leads to, before it has a time. */
sealed interface Answer {

  /**
   * A price.
   *
   * @param volumeMethod how overlapping shells were counted
   */
  record Priced(Price price, Geometry geometry, String geometryHash, String volumeMethod)
      implements Answer {}

  /**
   * No price, now and at every later try.
   *
   * @param reason stable word
   * @param detail for the customer
   */
  record Failed(String reason, String detail) implements Answer {}
}
