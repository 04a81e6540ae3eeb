package com.alexandrite.console.api;

import com.alexandrite.console.release.Refused;
import com.alexandrite.kit.problem.ProblemException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Refusals as problem details. */
@ControllerAdvice(basePackageClasses = RefusalAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {
  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused refusal) {
    HttpStatus status =
        switch (refusal.kind()) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case INVALID -> HttpStatus.BAD_REQUEST;
          case NOT_NOW -> HttpStatus.CONFLICT;
          case AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    ProblemDetail problem =
        new ProblemException(status, refusal.code(), refusal.detail(), refusal.action()).getBody();
    if (!refusal.problems().isEmpty()) {
      problem.setProperty("problems", refusal.problems());
    }
    return ResponseEntity.status(status).body(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> databaseAway(DataAccessException fault) {
    HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
    ProblemDetail problem =
        new ProblemException(
                status,
                "database-away",
                "The console's database does not answer. Nothing was changed.",
                "Wait until it is back, then try again.")
            .getBody();
    return ResponseEntity.status(status).body(problem);
  }
}
