package com.alexandrite.flags.togglz;

import org.togglz.core.activation.Parameter;

/** What Togglz's console asks for; rules that can't be read are refused there. */
record RulesParameter(String name, String label, String description, boolean rules)
    implements Parameter {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getLabel() {
    return label;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public boolean isOptional() {
    return true;
  }

  @Override
  public boolean isLargeText() {
    return rules;
  }

  @Override
  public boolean isValid(String value) {
    if (!rules) {
      return true;
    }
    try {
      return RulesText.read(value) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
