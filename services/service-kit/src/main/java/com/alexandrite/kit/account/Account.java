package com.alexandrite.kit.account;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param username what is typed, and what events name as actor
 * @param displayName what pages show
 * @param partner the business for which the account orders; null for somebody who orders privately
 */
public record Account(String username, String displayName, Role role, @Nullable String partner)
    implements Principal {

  /** Refuses an account with a hole. */
  public Account {
    requireNonNull(username, "username is null");
    requireNonNull(displayName, "displayName is null");
    requireNonNull(role, "role is null");
  }

  @Override
  public String getName() {
    return username;
  }
}
