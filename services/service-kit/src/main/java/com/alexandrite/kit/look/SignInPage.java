package com.alexandrite.kit.look;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; receiving what it sends is the business of the application's security. */
@Controller
final class SignInPage {

  @GetMapping("/sign-in")
  String show(
      @RequestParam(name = "error", required = false) String error,
      @RequestParam(name = "signedOut", required = false) String signedOut,
      @RequestParam(name = "next", defaultValue = "/") String next,
      Model model) {
    model.addAttribute("next", next);
    model.addAttribute("refused", error != null);
    model.addAttribute("signedOut", signedOut != null);
    return "kit/sign-in";
  }
}
