package com.alexandrite.kit.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the sign-in page sends: name and password, or one click where demonstrations are given. */
@Controller
class SignInForm {

  private final Accounts accounts;
  private final SignIn signIn;

  SignInForm(Accounts accounts, SignIn signIn) {
    this.accounts = accounts;
    this.signIn = signIn;
  }

  @PostMapping("/sign-in")
  String open(
      @RequestParam String username,
      @RequestParam String password,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    return proceed(accounts.authenticate(username, password), next, request, response);
  }

  @PostMapping("/sign-in/demo")
  String openByClick(
      @RequestParam String account,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    return proceed(accounts.authenticateByClick(account), next, request, response);
  }

  @PostMapping("/sign-out")
  String close(HttpServletRequest request) {
    signIn.out(request);
    return "redirect:/sign-in?signedOut=true";
  }

  private String proceed(
      Optional<Account> account,
      String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    String target = ownPath(next);
    if (account.isEmpty()) {
      return "redirect:/sign-in?error=refused&next=" + URLEncoder.encode(target, UTF_8);
    }
    signIn.in(account.get(), request, response);
    return "redirect:" + target;
  }

  /** Only paths of this service: the parameter must not lead people to other sites. */
  static String ownPath(String next) {
    boolean own =
        next.startsWith("/")
            && !next.startsWith("//")
            && next.chars().noneMatch(c -> c == '\\' || c < ' ');
    return own ? next : "/";
  }
}
