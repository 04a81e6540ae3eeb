package com.alexandrite.kit.account;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The accounts that a service knows. */
public class Accounts {

  private final Map<String, Account> byName;
  private final PasswordEncoder encoder;
  private final String encoded;
  private final boolean oneClick;

  Accounts(AccountSettings settings, PasswordEncoder encoder) {
    this.byName =
        settings.users().stream()
            .collect(toMap(Account::username, identity(), (first, _) -> first, LinkedHashMap::new));
    this.encoder = encoder;
    this.encoded = settings.password().isEmpty() ? "" : encoder.encode(settings.password());
    this.oneClick = settings.oneClick();
  }

  /** Finds an account by its name. */
  public Optional<Account> find(String username) {
    return Optional.ofNullable(byName.get(username));
  }

  /** Returns the accounts that may sign in by one click; none outside of demonstrations. */
  public List<Account> oneClick() {
    return oneClick ? List.copyOf(byName.values()) : List.of();
  }

  /**
   * Returns the account if the password is right; takes as long for an unknown name as for a wrong
   * password.
   */
  Optional<Account> authenticate(String username, String password) {
    boolean right = !encoded.isEmpty() && encoder.matches(password, encoded);
    return right ? find(username) : Optional.empty();
  }

  /** Returns the account of a one-click button. */
  Optional<Account> authenticateByClick(String username) {
    return oneClick ? find(username) : Optional.empty();
  }
}
