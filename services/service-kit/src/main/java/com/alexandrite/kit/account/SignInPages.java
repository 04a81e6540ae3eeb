package com.alexandrite.kit.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page: name and password, or one click where demonstrations are given. */
@Controller
class SignInPages {

  private final Accounts accounts;
  private final SignIn signIn;

  SignInPages(Accounts accounts, SignIn signIn) {
    this.accounts = accounts;
    this.signIn = signIn;
  }

  @GetMapping("/sign-in")
  String show(@RequestParam(defaultValue = "/") String next, Model model) {
    return page(next, false, model);
  }

  @PostMapping("/sign-in")
  String open(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(required = false) @Nullable String demo,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<Account> account =
        demo == null
            ? accounts.authenticate(username, password)
            : accounts.authenticateByClick(demo);
    if (account.isEmpty()) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return page(next, true, model);
    }
    signIn.in(account.get(), request, response);
    return "redirect:" + ownPath(next);
  }

  @PostMapping("/sign-out")
  String close(HttpServletRequest request) {
    signIn.out(request);
    return "redirect:/";
  }

  private String page(String next, boolean refused, Model model) {
    model.addAttribute("next", ownPath(next));
    model.addAttribute("refused", refused);
    model.addAttribute("demoAccounts", accounts.oneClick());
    return "kit/sign-in";
  }

  /** Only paths of this service: the parameter must not lead people to other sites. */
  static String ownPath(String next) {
    boolean own =
        next.startsWith("/")
            && !next.startsWith("//")
            && !next.contains("\\")
            && !next.contains("\n");
    return own ? next : "/";
  }
}
