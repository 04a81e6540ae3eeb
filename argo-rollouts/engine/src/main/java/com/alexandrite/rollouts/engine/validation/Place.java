package com.alexandrite.rollouts.engine.validation;

/**
 * Where something stands: in the manifest, and as the real controller calls it.
 *
 * @param field without the name of the strategy
 */
record Place(String path, String field) {

  static final Place SPEC = new Place("spec", "spec");

  /**
   * The fields of a strategy, which the real controller reports as if they stood in it directly.
   */
  static Place strategy(String name) {
    return new Place("spec.strategy." + name, "spec.strategy");
  }

  /** A strategy on its own. */
  static Place alone(String name) {
    return new Place("spec.strategy." + name, "[]");
  }

  Place child(String name) {
    return new Place(path + "." + name, field + "." + name);
  }

  Place index(int index) {
    return new Place(path + "[" + index + "]", field + "[" + index + "]");
  }

  /** The same, reported by another name. */
  Place reportedAs(Place other) {
    return new Place(path, other.field);
  }
}
