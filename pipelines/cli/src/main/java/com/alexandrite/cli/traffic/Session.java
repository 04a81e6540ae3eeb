package com.alexandrite.cli.traffic;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A browser's cookies and the token that proves its posts are its own; used by one visit at a time.
 */
public final class Session {
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String customer = "";
  private String csrfHeader = "";
  private String csrfToken = "";

  /** The customer who signed in; empty before. */
  String customer() {
    return customer;
  }

  void belongsTo(String signedIn) {
    customer = signedIn;
  }

  /** Keeps the cookies of an answer. */
  public void keep(HttpResponse<?> answer) {
    for (String line : answer.headers().allValues("Set-Cookie")) {
      String pair = line.split(";", 2)[0];
      int equals = pair.indexOf('=');
      if (equals > 0) {
        cookies.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
  }

  /** Keeps the token that {@code /api/session} answered. */
  public void keepToken(JsonNode sessionAnswer) {
    JsonNode csrf = sessionAnswer.path("csrf");
    csrfHeader = csrf.path("header").asString("");
    csrfToken = csrf.path("token").asString("");
  }

  /** Header names and values in turn, for the next request. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (!cookies.isEmpty()) {
      List<String> pairs = new ArrayList<>();
      cookies.forEach((name, value) -> pairs.add(name + "=" + value));
      headers.put("Cookie", pairs.stream().collect(Collectors.joining("; ")));
    }
    if (!csrfHeader.isEmpty()) {
      headers.put(csrfHeader, csrfToken);
    }
    return headers;
  }
}
