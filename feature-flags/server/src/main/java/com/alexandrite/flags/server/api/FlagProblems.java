package com.alexandrite.flags.server.api;

import com.alexandrite.flags.server.flagsmith.FlagsmithApi;
import com.alexandrite.flags.server.store.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Refusals as problem details (RFC 9457) with a stable code and what to do. */
@ControllerAdvice(basePackageClasses = {FlagProblems.class, FlagsmithApi.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
public class FlagProblems {
  private static final Logger log = LoggerFactory.getLogger(FlagProblems.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused refusal, HttpServletRequest request) {
    HttpStatus status =
        switch (refusal.kind()) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case INVALID -> HttpStatus.BAD_REQUEST;
          case CONFLICT -> HttpStatus.CONFLICT;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case NO_KEY -> HttpStatus.UNAUTHORIZED;
        };
    return problem(status, refusal.code(), refusal.detail(), refusal.action(), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(
      HttpMessageNotReadableException fault, HttpServletRequest request) {
    log.debug("unreadable request", fault);
    return problem(
        HttpStatus.BAD_REQUEST,
        "request-unreadable",
        "The request is no JSON of the expected form.",
        "Compare it with GET /api/openapi.",
        request);
  }

  /** Programs that speak Flagsmith's API must not see 503: their client would never give up. */
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> databaseAway(RuntimeException fault, HttpServletRequest request) {
    log.warn("the flag database is away: {}", fault.toString());
    boolean flagsmith = request.getRequestURI().startsWith("/api/v1/");
    return problem(
        flagsmith ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.SERVICE_UNAVAILABLE,
        "database-away",
        "The flag database does not answer. Nothing was changed.",
        "Wait until it is back, then try again.",
        request);
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpStatus status, String code, String detail, String action, HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:alexandrite:problem:" + code));
    problem.setTitle(status.getReasonPhrase());
    problem.setInstance(URI.create(request.getRequestURI()));
    problem.setProperty("code", code);
    problem.setProperty("action", action);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
