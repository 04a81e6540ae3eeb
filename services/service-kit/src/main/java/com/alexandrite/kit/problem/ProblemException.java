package com.alexandrite.kit.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal on its way to whoever asked: what happened, and what to do. */
public class ProblemException extends ErrorResponseException {

  private static final long serialVersionUID = 1;

  /**
   * Makes a refusal.
   *
   * @param code stable word for programs, such as {@code quote-expired}
   * @param detail what happened and what was kept
   * @param action what the reader can do now
   */
  public ProblemException(HttpStatus status, String code, String detail, String action) {
    super(status, problem(status, code, detail, action), null);
  }

  /** There is no such thing, or not for this account. */
  public static ProblemException notFound(String code, String detail) {
    return new ProblemException(
        HttpStatus.NOT_FOUND, code, detail, "Check the address, or go back to your list.");
  }

  /** The thing is not in a state that allows this. */
  public static ProblemException conflict(String code, String detail, String action) {
    return new ProblemException(HttpStatus.CONFLICT, code, detail, action);
  }

  /** The request can't be understood. */
  public static ProblemException badRequest(String code, String detail, String action) {
    return new ProblemException(HttpStatus.BAD_REQUEST, code, detail, action);
  }

  static ProblemDetail problem(HttpStatus status, String code, String detail, String action) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:alexandrite:problem:" + code));
    problem.setTitle(status.getReasonPhrase());
    problem.setProperty("code", code);
    problem.setProperty("action", action);
    return problem;
  }
}
