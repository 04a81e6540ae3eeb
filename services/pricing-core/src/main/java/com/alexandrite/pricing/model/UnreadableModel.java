package com.alexandrite.pricing.model;

/** Carries a refusal out of the depth of a reader; {@link MeasuringModel} turns it into a value. */
final class UnreadableModel extends Exception {

  private final RefusalReason reason;

  UnreadableModel(RefusalReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  RefusalReason reason() {
    return reason;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
