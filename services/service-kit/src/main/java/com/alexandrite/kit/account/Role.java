package com.alexandrite.kit.account;

/** What an account may do; each service names the role that it serves. */
public enum Role {
  /** Orders jewelry. */
  CUSTOMER,
  /** Approves and closes orders. */
  SELLER,
  /** Makes, packs and ships. */
  OPERATOR,
  /** Releases. */
  RELEASE_MANAGER
}
