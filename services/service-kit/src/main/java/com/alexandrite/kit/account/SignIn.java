package com.alexandrite.kit.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/** Signing in and out: a new session id and a new CSRF token each time. */
class SignIn {

  private final AccountSession sessions;
  private final SessionAuthenticationStrategy csrf;

  SignIn(AccountSession sessions, SessionAuthenticationStrategy csrf) {
    this.sessions = sessions;
    this.csrf = csrf;
  }

  void in(Account account, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    Authentication authentication = AccountSession.authenticated(account);
    SecurityContext context = new SecurityContextImpl(authentication);
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    csrf.onAuthentication(authentication, request, response);
  }

  void out(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
