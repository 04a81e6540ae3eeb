package com.alexandrite.shop.order;

import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.Quote;
import com.alexandrite.orderlife.KeptOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as the customer knows it.
 *
 * @param number what people say instead of the id
 * @param priceRequest event id of the request whose answer is awaited or was received
 * @param failure why the present model has no price
 */
public record Order(
    UUID id,
    String number,
    String customer,
    OrderProgress progress,
    Wish wish,
    @Nullable ModelFile model,
    @Nullable UUID priceRequest,
    @Nullable Quote quote,
    @Nullable Failure failure,
    Instant createdAt)
    implements KeptOrder {

  /** Says whether the customer can still accept the quote. */
  public boolean mayBePlaced(Instant now) {
    Quote offer = quote();
    return state() == OrderState.FILE_UPLOADED && offer != null && now.isBefore(offer.expiresAt());
  }

  /** Says whether the customer can (still) send a model. */
  public boolean takesModel() {
    return state().mayBecome(OrderState.FILE_UPLOADED);
  }

  /** Says whether a price is being computed right now. */
  public boolean awaitsPrice() {
    return state() == OrderState.FILE_UPLOADED && quote() == null;
  }

  Optional<Quote> acceptedQuote() {
    return state().compareTo(OrderState.SUBMITTED) >= 0
        ? Optional.ofNullable(quote())
        : Optional.empty();
  }

  /**
   * What the customer wants made of the model.
   *
   * @param product kind of piece
   * @param material a {@link com.alexandrite.messages.MaterialCode}
   */
  public record Wish(String product, String material, int quantity) {}

  /** Why a model has no price: a stable word, and a sentence for the customer. */
  public record Failure(String reason, String detail) {}
}
