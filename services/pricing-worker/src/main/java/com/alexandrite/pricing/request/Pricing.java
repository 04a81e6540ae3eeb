package com.alexandrite.pricing.request;

import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.PriceRequested;
import com.alexandrite.pricing.price.Metal;
import com.alexandrite.pricing.price.PriceRules;
import java.io.IOException;
import java.util.Optional;

/** From a request to its answer: known measurement, or fetch and measure; then the price. */
class Pricing {

  private final PriceRules rules;
  private final MeasurementCache cache;
  private final ModelFetch fetch;
  private final BoundedMeasuring measuring;
  private final long maxBytes;

  Pricing(
      PriceRules rules,
      MeasurementCache cache,
      ModelFetch fetch,
      BoundedMeasuring measuring,
      long maxBytes) {
    this.rules = rules;
    this.cache = cache;
    this.fetch = fetch;
    this.measuring = measuring;
    this.maxBytes = maxBytes;
  }

  /**
   * Answers a request.
   *
   * @throws IOException when the model can't be had now
   */
  Answer answer(PriceRequested request) throws IOException {
    Optional<Metal> metal = rules.rates().metal(request.material());
    if (metal.isEmpty()) {
      return new Answer.Failed(
          "unknown-material", "There is no price for the material " + request.material() + ".");
    }
    if (request.quantity() < 1 || request.quantity() > PriceRules.MOST_PIECES) {
      return new Answer.Failed(
          "quantity-out-of-range", "Between 1 and " + PriceRules.MOST_PIECES + " pieces, please.");
    }
    return switch (measured(request.model())) {
      case MeasuredModel.Unusable unusable ->
          new Answer.Failed(unusable.reason(), unusable.detail());
      case MeasuredModel.Body body ->
          new Answer.Priced(
              rules.price(body.body(), metal.get(), request.quantity()),
              body.geometry(),
              body.body().geometryHash());
    };
  }

  private MeasuredModel measured(ModelFile model) throws IOException {
    if (model.sizeBytes() > maxBytes) {
      return new MeasuredModel.Unusable(
          "too-large", model.sizeBytes() + " bytes; a model may have " + maxBytes + ".");
    }
    Optional<MeasuredModel> known = cache.find(model.sha256());
    return known.isPresent() ? known.get() : measureNow(model);
  }

  private MeasuredModel measureNow(ModelFile model) throws IOException {
    try (ModelFetch.Fetched file = fetch.fetch(model)) {
      MeasuredModel measured = measuring.measure(file.path());
      if (measured.dependsOnBytesOnly()) {
        cache.keep(model.sha256(), measured);
      }
      return measured;
    }
  }
}
