package com.alexandrite.kit.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Words for what the framework reports without any. */
final class Faults {

  private static final String TRY_AGAIN = "Try again in a moment; quote the trace id if it stays.";

  private Faults() {}

  static ProblemDetail unexpected() {
    return ProblemException.problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "unexpected",
        "Something broke on our side. Nothing was changed.",
        TRY_AGAIN);
  }

  static ProblemDetail ofStatus(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    ProblemDetail problem =
        known == null || known.is5xxServerError() ? unexpected() : ProblemDetail.forStatus(known);
    problem.setStatus(known == null ? HttpStatus.INTERNAL_SERVER_ERROR.value() : status);
    if (known == HttpStatus.NOT_FOUND) {
      problem.setDetail("There is no page at this address.");
    }
    fillIn(problem);
    return problem;
  }

  static void fillIn(ProblemDetail problem) {
    var given = problem.getProperties();
    HttpStatus status = HttpStatus.resolve(problem.getStatus());
    if (given == null || !given.containsKey("code")) {
      problem.setProperty("code", status == null ? "unknown" : code(status));
    }
    if (given == null || !given.containsKey("action")) {
      problem.setProperty("action", action(status));
    }
  }

  private static String code(HttpStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String action(@Nullable HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "Check the address, or go back to the start page.";
      case UNAUTHORIZED -> "Sign in and try again.";
      case FORBIDDEN -> "Ask for an account with the right role.";
      case METHOD_NOT_ALLOWED, BAD_REQUEST, UNPROCESSABLE_CONTENT, UNSUPPORTED_MEDIA_TYPE ->
          "Correct the request and send it again.";
      case CONTENT_TOO_LARGE -> "Send a smaller file.";
      case null, default -> TRY_AGAIN;
    };
  }
}
