package com.alexandrite.console.preview.wake;

import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** What programs get instead of an answer: problem details. */
final class Refusals {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Refusals() {}

  static void problem(Visit visit, HttpStatus status, String code, String detail, String action)
      throws IOException {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:alexandrite:problem:" + code);
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail);
    problem.put("instance", visit.request().getRequestURI());
    problem.put("code", code);
    problem.put("action", action);
    byte[] body = JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
    visit.response().setStatus(status.value());
    visit.response().setHeader("Cache-Control", "no-store");
    visit.response().setContentType("application/problem+json");
    visit.response().setContentLength(body.length);
    visit.response().getOutputStream().write(body);
  }

  /** It did not wake in time; or it cannot, and its problem says why. */
  static void notAwake(Visit visit, PreviewView view, Duration patience) throws IOException {
    visit.response().setIntHeader("Retry-After", 5);
    Problem problem = view.problem();
    if (problem != null) {
      problem(
          visit,
          HttpStatus.SERVICE_UNAVAILABLE,
          problem.code(),
          "Preview " + view.name() + " cannot start: " + problem.what(),
          problem.action());
    } else {
      problem(
          visit,
          HttpStatus.GATEWAY_TIMEOUT,
          "preview-not-awake",
          "Preview "
              + view.name()
              + " did not answer within "
              + patience.toSeconds()
              + " s; it is "
              + view.phase()
              + ".",
          "Try again in some seconds; its page in the console shows how it stands.");
    }
  }

  static void stopping(Visit visit) throws IOException {
    problem(
        visit,
        HttpStatus.SERVICE_UNAVAILABLE,
        "console-stops",
        "The console stops and can hold the request no longer.",
        "Try again in some seconds.");
  }
}
