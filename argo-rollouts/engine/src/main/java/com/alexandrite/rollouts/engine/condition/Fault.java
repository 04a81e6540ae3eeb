package com.alexandrite.rollouts.engine.condition;

/** Carries an error out of the recursion; never leaves the package. */
final class Fault extends RuntimeException {

  private final transient ConditionError error;

  private Fault(ConditionError.Kind kind, String message) {
    super(message, null, false, false);
    this.error = new ConditionError(kind, message);
  }

  static Fault compile(String message) {
    return new Fault(ConditionError.Kind.COMPILE, message);
  }

  static Fault runtime(String message) {
    return new Fault(ConditionError.Kind.RUNTIME, message);
  }

  ConditionError error() {
    return error;
  }
}
