package com.alexandrite.console.flag;

import com.alexandrite.flags.server.store.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What a page does when the flag server refuses: it stays where it is and says why. */
@Component
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class Refusing {
  private final FlagSayings sayings;

  Refusing(FlagSayings sayings) {
    this.sayings = sayings;
  }

  /** The page after a press of a button; {@code again} shows the page with its refusal. */
  String page(
      Supplier<String> press, Supplier<String> again, Model model, HttpServletResponse response) {
    try {
      return press.get();
    } catch (Refused refusal) {
      response.setStatus(status(refusal).value());
      show(refusal, model);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      show(
          Refused.invalid("input-invalid", "Something entered is not readable.", "Check it."),
          model);
    }
    return again.get();
  }

  void show(Refused refusal, Model model) {
    model.addAttribute("refused", sayings.refusal(refusal));
  }

  /** A page of something that is not there is none. */
  static ResponseStatusException notFound(Refused refusal) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, refusal.detail(), refusal);
  }

  private static HttpStatus status(Refused refusal) {
    return switch (refusal.kind()) {
      case CONFLICT -> HttpStatus.CONFLICT;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case UNKNOWN -> HttpStatus.NOT_FOUND;
      case INVALID, NO_KEY -> HttpStatus.BAD_REQUEST;
    };
  }
}
