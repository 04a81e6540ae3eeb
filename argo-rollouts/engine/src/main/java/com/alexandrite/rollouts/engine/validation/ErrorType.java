package com.alexandrite.rollouts.engine.validation;

/** What kind of mistake it is, in the words of the Kubernetes API. */
public enum ErrorType {
  INVALID("FieldValueInvalid"),
  REQUIRED("FieldValueRequired"),
  NOT_SUPPORTED("FieldValueNotSupported"),
  FORBIDDEN("FieldValueForbidden"),
  DUPLICATE("FieldValueDuplicate"),
  NOT_FOUND("FieldValueNotFound"),
  TYPE_INVALID("FieldValueTypeInvalid"),
  INTERNAL("InternalError");

  private final String text;

  ErrorType(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
