package com.alexandrite.rollouts.local.prometheus;

import java.util.List;

/**
 * What a query gave.
 *
 * @param warnings what Prometheus said beside it
 */
public record PromResult<T>(T value, List<String> warnings) {
  /** Copies the list. */
  public PromResult {
    warnings = List.copyOf(warnings);
  }
}
