package com.alexandrite.shop.order;

import com.alexandrite.messages.Geometry;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.Money;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.Quote;
import com.alexandrite.messages.QuoteLine;
import com.alexandrite.orderlife.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it. */
record OrderView(
    UUID orderId,
    String number,
    OrderState state,
    long version,
    String product,
    String material,
    int quantity,
    @Nullable Model model,
    @Nullable Offer quote,
    Order.@Nullable Failure failure,
    Instant createdAt,
    List<Step> timeline) {

  static OrderView of(Order order, List<Step> timeline) {
    return new OrderView(
        order.id(),
        order.number(),
        order.state(),
        order.progress().version(),
        order.wish().product(),
        order.wish().material(),
        order.wish().quantity(),
        Model.of(order.model()),
        Offer.of(order.quote()),
        order.failure(),
        order.createdAt(),
        timeline);
  }

  /** The file, without the key that only servers need. */
  record Model(String fileName, long sizeBytes, String sha256) {

    static @Nullable Model of(@Nullable ModelFile file) {
      return file == null ? null : new Model(file.fileName(), file.sizeBytes(), file.sha256());
    }
  }

  /** The price. */
  record Offer(
      UUID quoteId,
      List<QuoteLine> lines,
      Money total,
      Geometry geometry,
      String rateTableVersion,
      String algorithmVersion,
      Instant expiresAt) {

    static @Nullable Offer of(@Nullable Quote quote) {
      return quote == null
          ? null
          : new Offer(
              quote.quoteId(),
              quote.lines(),
              quote.total(),
              quote.geometry(),
              quote.rateTableVersion(),
              quote.algorithmVersion(),
              quote.expiresAt());
    }
  }
}
