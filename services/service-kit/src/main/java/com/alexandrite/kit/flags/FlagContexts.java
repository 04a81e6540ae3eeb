package com.alexandrite.kit.flags;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Unit;
import com.alexandrite.kit.account.Account;
import com.alexandrite.kit.account.Role;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * For whom flags are asked. Built when the first flag of a request is asked, and kept for its rest:
 * a request that asks none reads no session and makes nothing.
 *
 * <p>Ids: {@code user} is the account, {@code operator} the account of an operator, {@code partner}
 * the account's partner. Attributes: {@code user}, {@code role} ({@code customer}, {@code
 * release-manager}, …), {@code partner}, {@code language}, {@code service}, {@code instance},
 * {@code version}.
 */
public final class FlagContexts {

  private static final String CONTEXT = FlagContexts.class.getName() + ".context";

  private final EvaluationContext process;

  /** Contexts of a process. */
  public FlagContexts(FlagInstance instance) {
    this.process =
        EvaluationContext.NOBODY
            .with("service", instance.service())
            .with("instance", instance.instance())
            .with("version", instance.version());
  }

  /** Nobody in particular, in this process. */
  public EvaluationContext process() {
    return process;
  }

  /** Whoever sent the running request; outside of one, nobody in particular. */
  public EvaluationContext current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return process;
    }
    if (request.getAttribute(CONTEXT, RequestAttributes.SCOPE_REQUEST)
        instanceof EvaluationContext known) {
      return known;
    }
    EvaluationContext context = visitor();
    request.setAttribute(CONTEXT, context, RequestAttributes.SCOPE_REQUEST);
    return context;
  }

  /** The same, built anew: for what runs before the visitor's language is known. */
  public EvaluationContext visitor() {
    EvaluationContext spoken =
        process.with("language", LocaleContextHolder.getLocale().getLanguage());
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    return signedIn != null && signedIn.getPrincipal() instanceof Account account
        ? of(account, spoken)
        : spoken;
  }

  private static EvaluationContext of(Account account, EvaluationContext spoken) {
    EvaluationContext context =
        spoken
            .with(Unit.USER, account.username())
            .with("user", account.username())
            .with("role", account.role().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (account.role() == Role.OPERATOR) {
      context = context.with(Unit.OPERATOR, account.username());
    }
    String partner = account.partner();
    return partner == null ? context : context.with(Unit.PARTNER, partner).with("partner", partner);
  }
}
