package com.alexandrite.kit.problem;

import com.alexandrite.kit.trace.TraceId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what a controller throws into a problem: JSON for programs, the error page for people. */
@ControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<Object> unexpected(Exception fault, WebRequest request) {
    log.error("A request failed", fault);
    return handleExceptionInternal(
        fault, Faults.unexpected(), new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception fault,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ResponseEntity<Object> answer =
        super.handleExceptionInternal(fault, body, headers, status, request);
    if (answer == null || !(answer.getBody() instanceof ProblemDetail problem)) {
      return answer;
    }
    ServletWebRequest servlet = (ServletWebRequest) request;
    complete(problem, servlet.getRequest());
    if (Audience.of(servlet.getRequest()) == Audience.PERSON) {
      return onErrorPage(problem, servlet);
    }
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  static void complete(ProblemDetail problem, HttpServletRequest request) {
    Faults.fillIn(problem);
    if (problem.getInstance() == null) {
      problem.setInstance(URI.create(Audience.path(request)));
    }
    TraceId.current().ifPresent(id -> problem.setProperty("traceId", id));
  }

  /** Leaves the page to {@link ErrorPages}, through the container's error dispatch. */
  private static @Nullable ResponseEntity<Object> onErrorPage(
      ProblemDetail problem, ServletWebRequest servlet) {
    HttpServletResponse response = servlet.getResponse();
    if (response != null && !response.isCommitted()) {
      servlet.getRequest().setAttribute(ErrorPages.PROBLEM, problem);
      try {
        response.sendError(problem.getStatus());
      } catch (IOException e) {
        log.debug("The reader went away", e);
      }
    }
    return null;
  }
}
