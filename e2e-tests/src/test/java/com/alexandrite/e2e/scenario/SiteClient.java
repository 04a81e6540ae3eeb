package com.alexandrite.e2e.scenario;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/**
 * A site's API as a program uses it: cookies, the token against forged posts, JSON. Connects to the
 * loopback address and names the site in the Host header, as the JVM does not resolve {@code
 * *.localhost}.
 */
public final class SiteClient {
  private static final int PATIENCE_MS = 45_000;
  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .httpClient(
              HttpClientConfig.httpClientConfig()
                  .setParam("http.connection.timeout", PATIENCE_MS)
                  .setParam("http.socket.timeout", PATIENCE_MS));

  private final String host;
  private final int edgePort;
  private final CookieFilter cookies = new CookieFilter();
  private final Map<String, String> headers = new HashMap<>();

  SiteClient(String site, int edgePort) {
    this.host = site + ".localhost:" + edgePort;
    this.edgePort = edgePort;
  }

  SiteClient withToken(String token) {
    headers.put("Authorization", "Bearer " + token);
    return this;
  }

  void signIn(String username, String password) {
    keepCsrf(get("/api/session"));
    Response answer = post("/api/session", Map.of("username", username, "password", password));
    answer.then().statusCode(200);
    keepCsrf(answer);
  }

  /** Asks. */
  public Response get(String path) {
    return request().get(path);
  }

  /** Posts JSON. */
  public Response post(String path, Map<String, ?> body) {
    return request().contentType(ContentType.JSON).body(body).post(path);
  }

  /** Uploads a file. */
  public Response put(String path, byte[] file) {
    return request().contentType(ContentType.BINARY).body(file).put(path);
  }

  private RequestSpecification request() {
    return given()
        .config(CONFIG)
        .baseUri("http://127.0.0.1")
        .port(edgePort)
        .filter(cookies)
        .accept(ContentType.JSON)
        .header("Host", host)
        .headers(headers);
  }

  private void keepCsrf(Response session) {
    headers.put(session.path("csrf.header"), session.path("csrf.token"));
  }
}
