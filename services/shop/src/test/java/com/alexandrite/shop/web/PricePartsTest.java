package com.alexandrite.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.messages.Geometry;
import com.alexandrite.messages.Money;
import com.alexandrite.messages.Quote;
import com.alexandrite.messages.QuoteLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The parts of a total. */
class PricePartsTest {

  @Test
  void addUpToAHundred() {
    PriceParts parts =
        PriceParts.of(
            quote("10.00", line("metal", "3.33"), line("vat", "1.60"), line("setup", "5.07")));

    assertThat(parts).isEqualTo(new PriceParts(33, 51, 16, euro("8.40")));
  }

  @Test
  void noPriceHasNone() {
    assertThat(PriceParts.of(null)).isNull();
    assertThat(PriceParts.of(quote("0.00"))).isNull();
  }

  private static Quote quote(String total, QuoteLine... lines) {
    return new Quote(
        UUID.randomUUID(),
        List.of(lines),
        euro(total),
        new Geometry("stl-binary", "mm", 12, 1, 6, new Geometry.Box(1, 1, 1), 1, true),
        "test",
        "1",
        Instant.EPOCH);
  }

  private static QuoteLine line(String code, String amount) {
    return new QuoteLine(code, code, BigDecimal.ONE, "order", euro(amount), euro(amount));
  }

  private static Money euro(String amount) {
    return Money.euro(new BigDecimal(amount));
  }
}
