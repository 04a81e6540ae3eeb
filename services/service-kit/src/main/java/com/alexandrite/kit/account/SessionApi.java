package com.alexandrite.kit.account;

import com.alexandrite.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The session for programs: who am I, and the token that every change has to carry. */
@RestController
@RequestMapping("/api/session")
class SessionApi {

  private final Accounts accounts;
  private final SignIn signIn;

  SessionApi(Accounts accounts, SignIn signIn) {
    this.accounts = accounts;
    this.signIn = signIn;
  }

  @GetMapping
  SessionView show(@AuthenticationPrincipal @Nullable Account account, HttpServletRequest request) {
    return view(account, request);
  }

  @PostMapping
  SessionView open(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account =
        accounts
            .authenticate(credentials.username(), credentials.password())
            .orElseThrow(SessionApi::refused);
    signIn.in(account, request, response);
    return view(account, request);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(HttpServletRequest request) {
    signIn.out(request);
  }

  private static ProblemException refused() {
    return new ProblemException(
        HttpStatus.UNAUTHORIZED,
        "sign-in-refused",
        "Name or password is wrong.",
        "Check both; the demo password is in the configuration of the environment.");
  }

  private static SessionView view(@Nullable Account account, HttpServletRequest request) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    User user =
        account == null
            ? null
            : new User(
                account.username(),
                account.displayName(),
                account.role().name().toLowerCase(Locale.ROOT));
    return new SessionView(user, new Csrf(token.getHeaderName(), token.getToken()));
  }

  record Credentials(String username, String password) {

    @Override
    public String toString() {
      return "Credentials[username=" + username + "]";
    }
  }

  record SessionView(@Nullable User user, Csrf csrf) {}

  record User(String username, String name, String role) {}

  record Csrf(String header, String token) {}
}
