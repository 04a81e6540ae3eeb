package com.alexandrite.kit.account;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts of a service.
 *
 * @param password of all demo accounts; nobody can sign in while it is empty
 * @param oneClick whether the sign-in page offers the accounts as buttons; for demonstrations only
 */
@ConfigurationProperties("alexandrite.accounts")
record AccountSettings(
    @DefaultValue("") String password,
    @DefaultValue("false") boolean oneClick,
    @DefaultValue List<Account> users) {

  @Override
  public String toString() {
    return "AccountSettings[users=" + users + ", oneClick=" + oneClick + "]";
  }
}
