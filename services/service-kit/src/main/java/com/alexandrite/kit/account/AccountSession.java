package com.alexandrite.kit.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Keeps nothing but the account's name in the session: old and new revisions read each other's
 * sessions during a release, which serialised security classes would not survive.
 */
class AccountSession implements SecurityContextRepository {

  private static final String ATTRIBUTE = "account";

  private final Accounts accounts;

  AccountSession(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  @Deprecated
  @SuppressWarnings("deprecation") // The interface still asks for it.
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new LazyContext(() -> load(request));
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    Authentication authentication = context.getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Account account) {
      request.getSession().setAttribute(ATTRIBUTE, account.username());
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return account(request).isPresent();
  }

  static Authentication authenticated(Account account) {
    return UsernamePasswordAuthenticationToken.authenticated(
        account, "", List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
  }

  private SecurityContext load(HttpServletRequest request) {
    return account(request)
        .<SecurityContext>map(it -> new SecurityContextImpl(authenticated(it)))
        .orElseGet(SecurityContextHolder::createEmptyContext);
  }

  private Optional<Account> account(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof String name
        ? accounts.find(name)
        : Optional.empty();
  }
}
