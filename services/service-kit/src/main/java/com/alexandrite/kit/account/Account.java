package com.alexandrite.kit.account;

import static java.util.Objects.requireNonNull;

import java.security.Principal;

/**
 * Somebody who may sign in.
 *
 * @param username what is typed, and what events name as actor
 * @param displayName what pages show
 */
public record Account(String username, String displayName, Role role) implements Principal {

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
