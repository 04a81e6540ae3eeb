package com.alexandrite.pricing.request;

import com.alexandrite.messages.Geometry;
import com.alexandrite.pricing.model.Assessment;
import com.alexandrite.pricing.model.ModelFormat;
import com.alexandrite.pricing.model.PricedBody;
import com.alexandrite.pricing.model.RefusalReason;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;

/** What is known of a model by its bytes alone, so that it can be remembered by their hash. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MeasuredModel.Body.class, name = "priceable"),
  @JsonSubTypes.Type(value = MeasuredModel.Unusable.class, name = "refuse")
})
sealed interface MeasuredModel {

  /** The reason of a model that was not measured in time. */
  String TOO_COMPLEX = "too-complex";

  /** The reason of a file that ends the work each time, in whichever way. */
  String UNPROCESSABLE = "unprocessable";

  /** Reasons that say more about the worker than about the file. */
  Set<String> ACCIDENTAL = Set.of(RefusalReason.TOO_LARGE.word(), TOO_COMPLEX, UNPROCESSABLE);

  /** A body that can be made. */
  record Body(PricedBody body, Geometry geometry) implements MeasuredModel {}

  /**
   * A file that can't be priced, now or later.
   *
   * @param reason stable word
   * @param detail for the customer
   */
  record Unusable(String reason, String detail) implements MeasuredModel {}

  /** The part of an assessment that pricing goes on with. */
  static MeasuredModel of(Assessment assessment) {
    return switch (assessment) {
      case Assessment.Refused refused ->
          new Unusable(refused.reason().word(), refused.detail() + ' ' + refused.reason().advice());
      case Assessment.Priceable priceable -> new Body(priceable.body(), geometry(priceable));
    };
  }

  /**
   * Whether another process would say the same: memory, time and accidents are not in the bytes.
   */
  default boolean dependsOnBytesOnly() {
    return !(this instanceof Unusable unusable) || !ACCIDENTAL.contains(unusable.reason());
  }

  private static Geometry geometry(Assessment.Priceable priceable) {
    PricedBody body = priceable.body();
    ModelFormat format = priceable.stored().format();
    String encoding = format.encoding();
    return new Geometry(
        encoding == null ? format.word() : format.word() + '-' + encoding,
        "mm",
        priceable.stored().figures().triangles(),
        body.volumeMm3(),
        body.surfaceMm2(),
        new Geometry.Box(body.box().sizeX(), body.box().sizeY(), body.box().sizeZ()),
        body.shells(),
        true);
  }
}
