package com.alexandrite.pricing.request;

import java.util.Optional;

/** Remembers measurements by the hash of the bytes; may forget at any time and never fails. */
interface MeasurementCache {

  /** What is remembered of a file. */
  Optional<MeasuredModel> find(String sha256);

  /** Remembers. */
  void keep(String sha256, MeasuredModel measured);
}
