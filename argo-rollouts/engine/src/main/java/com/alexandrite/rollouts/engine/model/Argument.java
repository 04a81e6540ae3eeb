package com.alexandrite.rollouts.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * An argument of an analysis: a value, or where it comes from, or (in a template) a name that must
 * be given.
 */
public record Argument(String name, @Nullable String value, @Nullable ValueFrom valueFrom) {

  /**
   * Where a value comes from: exactly one is set.
   *
   * @param podTemplateHashValue {@code Latest} or {@code Stable}
   * @param fieldPath a path in the Rollout
   * @param secretKeyRef a key of a Secret
   */
  public record ValueFrom(
      @Nullable String podTemplateHashValue,
      @Nullable String fieldPath,
      @Nullable SecretKeyRef secretKeyRef) {}

  /** A key of a Secret. */
  public record SecretKeyRef(String name, String key) {}

  public static Argument of(String name, String value) {
    return new Argument(name, value, null);
  }
}
