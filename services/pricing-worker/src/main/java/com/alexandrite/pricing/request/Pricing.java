package com.alexandrite.pricing.request;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.drill.JobDrill;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.PriceRequested;
import com.alexandrite.pricing.model.PricedBody;
import com.alexandrite.pricing.price.Metal;
import com.alexandrite.pricing.price.PriceRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** From a request to its answer: known measurement, or fetch and measure; then the price. */
class Pricing {

  private static final String SECOND_TABLE = "v2";
  private static final String UNION = "union";

  private final PriceRules rules;
  private final PriceRules nextRules;
  private final MeasurementCache cache;
  private final ModelFetch fetch;
  private final BoundedMeasuring measuring;
  private final long maxBytes;
  private final Flags flags;
  private final JobDrill drill;

  Pricing(
      PriceRules rules,
      PriceRules nextRules,
      MeasurementCache cache,
      ModelFetch fetch,
      BoundedMeasuring measuring,
      long maxBytes,
      Flags flags,
      JobDrill drill) {
    this.rules = rules;
    this.nextRules = nextRules;
    this.cache = cache;
    this.fetch = fetch;
    this.measuring = measuring;
    this.maxBytes = maxBytes;
    this.flags = flags;
    this.drill = drill;
  }

  /**
   * Answers a request.
   *
   * @param context order, customer and partner that the flags are asked for
   * @throws IOException when the model can't be had now
   */
  Answer answer(PriceRequested request, EvaluationContext context) throws IOException {
    drill.spoil();
    Pause.millis(flags.value(Features.FAULT_SLOW_PRICING, context));
    PriceRules used =
        flags.value(Features.RATE_TABLE, context).equals(SECOND_TABLE) ? nextRules : rules;
    Optional<Metal> metal = used.rates().metal(request.material());
    if (metal.isEmpty()) {
      return new Answer.Failed(
          "unknown-material", "There is no price for the material " + request.material() + ".");
    }
    if (request.quantity() < 1 || request.quantity() > PriceRules.MOST_PIECES) {
      return new Answer.Failed(
          "quantity-out-of-range", "Between 1 and " + PriceRules.MOST_PIECES + " pieces, please.");
    }
    return switch (measured(request.model(), context)) {
      case MeasuredModel.Unusable unusable ->
          new Answer.Failed(unusable.reason(), unusable.detail());
      case MeasuredModel.Body body -> priced(body, used, metal.get(), request.quantity(), context);
    };
  }

  private Answer priced(
      MeasuredModel.Body measured,
      PriceRules used,
      Metal metal,
      int quantity,
      EvaluationContext context) {
    String method = flags.value(Features.VOLUME_METHOD, context);
    PricedBody body = method.equals(UNION) ? measured.body().asUnion() : measured.body();
    BigDecimal discount = BigDecimal.valueOf(flags.value(Features.PARTNER_DISCOUNT, context));
    return new Answer.Priced(
        used.price(body, metal, quantity, discount),
        measured.geometry(),
        measured.body().geometryHash(),
        method);
  }

  private MeasuredModel measured(ModelFile model, EvaluationContext context) throws IOException {
    if (model.sizeBytes() > maxBytes) {
      return new MeasuredModel.Unusable(
          "too-large", model.sizeBytes() + " bytes; a model may have " + maxBytes + ".");
    }
    if (!flags.isOn(Features.PRICE_CACHE, context)) {
      return measureNow(model);
    }
    Optional<MeasuredModel> known = cache.find(model.sha256());
    return known.isPresent() ? known.get() : measureAndKeep(model);
  }

  private MeasuredModel measureAndKeep(ModelFile model) throws IOException {
    MeasuredModel measured = measureNow(model);
    if (measured.dependsOnBytesOnly()) {
      cache.keep(model.sha256(), measured);
    }
    return measured;
  }

  private MeasuredModel measureNow(ModelFile model) throws IOException {
    try (ModelFetch.Fetched file = fetch.fetch(model)) {
      return measuring.measure(file.path());
    }
  }
}
