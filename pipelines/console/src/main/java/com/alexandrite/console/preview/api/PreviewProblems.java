package com.alexandrite.console.preview.api;

import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a branch is to blame for, as problem details. */
@ControllerAdvice(basePackageClasses = PreviewProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PreviewProblems {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> cannotBeMade(PreviewFailure failure) {
    Problem problem = failure.problem();
    HttpStatus status = status(problem.code());
    ProblemDetail body =
        new ProblemException(status, problem.code(), problem.what(), problem.action()).getBody();
    if (!problem.detail().isEmpty()) {
      body.setProperty("log", problem.detail());
    }
    return ResponseEntity.status(status).body(body);
  }

  private static HttpStatus status(String code) {
    return switch (code) {
      case "unknown-branch" -> HttpStatus.NOT_FOUND;
      case "merge-conflict", "branches-conflict", "being-removed" -> HttpStatus.CONFLICT;
      default -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }
}
