package com.alexandrite.kit.account;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;

/**
 * Reads the session only when somebody asks who is signed in: assets cost no look into the
 * database.
 */
class LazyContext implements DeferredSecurityContext {

  private final Supplier<SecurityContext> source;
  private @Nullable SecurityContext loaded;

  LazyContext(Supplier<SecurityContext> source) {
    this.source = source;
  }

  @Override
  public SecurityContext get() {
    SecurityContext known = loaded;
    if (known == null) {
      known = source.get();
      loaded = known;
    }
    return known;
  }

  @Override
  public boolean isGenerated() {
    return get().getAuthentication() == null;
  }
}
