package com.alexandrite.rollouts.engine.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a JSONPath. */
sealed interface PathNode {

  record Steps(List<PathNode> nodes) implements PathNode {}

  record Text(String text) implements PathNode {}

  record Field(String name) implements PathNode {}

  /**
   * An index or a slice.
   *
   * @param from null for the start
   * @param to null for the end
   * @param step null for 1
   * @param index whether it is one element, so that the end follows from the start
   */
  record Slice(@Nullable Integer from, @Nullable Integer to, @Nullable Integer step, boolean index)
      implements PathNode {}

  /**
   * The elements that pass.
   *
   * @param operator "" for existence
   */
  record Filter(Steps left, String operator, Steps right) implements PathNode {}

  /** A number or a boolean. */
  record Constant(Object value) implements PathNode {}

  record Wildcard() implements PathNode {}

  record Recursive() implements PathNode {}

  record Union(List<Steps> parts) implements PathNode {}

  /** {@code range}, {@code end}, or a name that means nothing. */
  record Word(String name) implements PathNode {}
}
