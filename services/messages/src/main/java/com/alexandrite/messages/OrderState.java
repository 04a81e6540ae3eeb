package com.alexandrite.messages;

import java.util.EnumSet;
import java.util.Set;

/**
 * The states of an order, in the order of its life; the name of the owner who moves it there is
 * beside each.
 */
public enum OrderState {
  /** Shop: the customer began an order. */
  INITIATED,
  /** Shop: a 3D model is stored; its price is being computed or is known. */
  FILE_UPLOADED,
  /** Shop, on the word of the pricing worker: the model can't be priced; a new file leads back. */
  PRICING_FAILED,
  /** Shop: the customer accepted a quote. */
  SUBMITTED,
  /** Pricing: the accepted quote is the order's price. */
  PRICE_CALCULATED,
  /** CRM: a seller approved it for manufacturing. */
  MANUFACTURING_APPROVED,
  /** MES: an operator took it. */
  MANUFACTURING_STARTED,
  /** MES: the piece is made. */
  MANUFACTURING_COMPLETED,
  /** MES: packing has begun. */
  PACKAGING,
  /** MES: handed to the carrier. */
  SHIPPED,
  /** CRM: delivered, nothing is left to do. */
  CLOSED;

  /** Returns the states that may come right after this one; empty for the last. */
  public Set<OrderState> next() {
    return switch (this) {
      case INITIATED -> EnumSet.of(FILE_UPLOADED);
      case FILE_UPLOADED -> EnumSet.of(FILE_UPLOADED, PRICING_FAILED, SUBMITTED);
      case PRICING_FAILED -> EnumSet.of(FILE_UPLOADED);
      case SUBMITTED -> EnumSet.of(PRICE_CALCULATED);
      case PRICE_CALCULATED -> EnumSet.of(MANUFACTURING_APPROVED);
      case MANUFACTURING_APPROVED -> EnumSet.of(MANUFACTURING_STARTED);
      case MANUFACTURING_STARTED -> EnumSet.of(MANUFACTURING_COMPLETED);
      case MANUFACTURING_COMPLETED -> EnumSet.of(PACKAGING);
      case PACKAGING -> EnumSet.of(SHIPPED);
      case SHIPPED -> EnumSet.of(CLOSED);
      case CLOSED -> EnumSet.noneOf(OrderState.class);
    };
  }

  /** Says whether an order in this state may be moved to {@code wanted}. */
  public boolean mayBecome(OrderState wanted) {
    return next().contains(wanted);
  }
}
