package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A price offer for one stored model: the same file and rates always give the same lines.
 *
 * @param total sum of the lines
 * @param rateTableVersion the rates that were used
 * @param algorithmVersion the measuring and pricing rules that were used
 * @param expiresAt until when a customer may accept it
 */
public record Quote(
    UUID quoteId,
    List<QuoteLine> lines,
    Money total,
    Geometry geometry,
    String rateTableVersion,
    String algorithmVersion,
    Instant expiresAt) {

  /** Copies the lines and refuses a quote with a hole. */
  public Quote {
    requireNonNull(quoteId, "quoteId is null");
    lines = List.copyOf(lines);
    requireNonNull(total, "total is null");
    requireNonNull(geometry, "geometry is null");
    requireNonNull(rateTableVersion, "rateTableVersion is null");
    requireNonNull(algorithmVersion, "algorithmVersion is null");
    requireNonNull(expiresAt, "expiresAt is null");
  }
}
