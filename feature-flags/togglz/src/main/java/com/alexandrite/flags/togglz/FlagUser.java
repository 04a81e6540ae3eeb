package com.alexandrite.flags.togglz;

import com.alexandrite.flags.EvaluationContext;
import org.jspecify.annotations.Nullable;
import org.togglz.core.user.FeatureUser;

/** For whom Togglz asks, with everything that rules may look at. */
record FlagUser(String name, boolean admin, EvaluationContext context) implements FeatureUser {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isFeatureAdmin() {
    return admin;
  }

  @Override
  public @Nullable Object getAttribute(String attribute) {
    return context.attribute(attribute);
  }
}
