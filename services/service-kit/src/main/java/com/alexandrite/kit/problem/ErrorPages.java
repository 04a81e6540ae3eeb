package com.alexandrite.kit.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The last stop of every failed request: our own page or problem, never a stack trace, never a
 * blank page.
 */
@Controller
class ErrorPages implements ErrorController {

  static final String PROBLEM = ErrorPages.class.getName() + ".problem";

  @RequestMapping("${server.error.path:/error}")
  Object error(HttpServletRequest request) {
    ProblemDetail problem = problem(request);
    if (Audience.of(request) == Audience.PERSON) {
      return new ModelAndView(
          "error",
          Map.of("problem", problem, "status", problem.getStatus()),
          HttpStatusCode.valueOf(problem.getStatus()));
    }
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static ProblemDetail problem(HttpServletRequest request) {
    if (request.getAttribute(PROBLEM) instanceof ProblemDetail known) {
      return known;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ProblemDetail problem = Faults.ofStatus(status instanceof Integer code ? code : 404);
    ProblemAdvice.complete(problem, request);
    return problem;
  }
}
