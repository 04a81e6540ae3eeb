package com.alexandrite.rollouts.local.http;

import com.alexandrite.rollouts.engine.analysis.ProviderSpec.OAuth2;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A token for client credentials: OAuth 2, RFC 6749, section 4.4. */
public final class AccessToken {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AccessToken() {}

  /**
   * What to send as {@code Authorization}. Servers want the credentials in the header or in the
   * form; one that refuses the first is asked the other way.
   *
   * @throws SourceFailure when none is given
   */
  public static String ask(HttpClient client, OAuth2 access, Duration timeout)
      throws SourceFailure {
    HttpResponse<String> answer = Exchange.send(client, request(access, timeout, true));
    if (answer.statusCode() / 100 != 2) {
      answer = Exchange.send(client, request(access, timeout, false));
    }
    if (answer.statusCode() / 100 != 2) {
      throw new SourceFailure(
          "oauth2: " + access.tokenUrl() + " gave no token: status " + answer.statusCode());
    }
    return "Bearer " + token(answer.body());
  }

  private static String token(String body) throws SourceFailure {
    try {
      JsonNode token = JSON.readTree(body).path("access_token");
      if (token.isString()) {
        return token.stringValue();
      }
    } catch (JacksonException e) {
      throw new SourceFailure("oauth2: the answer with the token is no JSON", e);
    }
    throw new SourceFailure("oauth2: server response missing access_token");
  }

  private static HttpRequest request(OAuth2 access, Duration timeout, boolean inHeader) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    if (!access.scopes().isEmpty()) {
      form.put("scope", String.join(" ", access.scopes()));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(access.tokenUrl()))
            .timeout(timeout)
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (inHeader) {
      String pair = encode(access.clientId()) + ":" + encode(access.clientSecret());
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    } else {
      form.put("client_id", access.clientId());
      form.put("client_secret", access.clientSecret());
    }
    return request.POST(HttpRequest.BodyPublishers.ofString(encode(form))).build();
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
