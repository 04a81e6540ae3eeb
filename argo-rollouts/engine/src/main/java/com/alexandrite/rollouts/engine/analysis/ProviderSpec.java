package com.alexandrite.rollouts.engine.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a metric's values come from, as the manifest says it with all arguments filled in. */
public sealed interface ProviderSpec {

  /** The field name under {@code provider}. */
  String type();

  /** An HTTP header of a request. */
  record Header(String key, String value) {}

  /** Name and password for HTTP basic authentication. */
  record BasicAuth(String username, String password) {}

  /** How a token is had that the source lets in: OAuth 2 client credentials. */
  record OAuth2(String tokenUrl, String clientId, String clientSecret, List<String> scopes) {

    public OAuth2 {
      scopes = List.copyOf(scopes);
    }
  }

  /** Times in the condition language ({@code now() - duration("5m")}) and a Go duration. */
  record RangeQuery(String start, String end, String step) {}

  /**
   * A PromQL query.
   *
   * @param address base URL, "" for the engine's default server
   * @param timeout default 30 s
   */
  record Prometheus(
      String address,
      String query,
      Duration timeout,
      boolean insecure,
      List<Header> headers,
      @Nullable BasicAuth basicAuth,
      @Nullable RangeQuery rangeQuery,
      @Nullable OAuth2 oauth2)
      implements ProviderSpec {

    public Prometheus {
      headers = List.copyOf(headers);
    }

    @Override
    public String type() {
      return "prometheus";
    }
  }

  /**
   * An HTTP request whose JSON answer is the value.
   *
   * @param method as written, "" for GET
   * @param body text to send, "" for none
   * @param jsonBody tree to send as JSON, null for none; the absence differs from JSON null
   * @param timeout default 10 s
   * @param jsonPath kubectl JSONPath, "" for the whole answer
   */
  record Web(
      String method,
      String url,
      List<Header> headers,
      String body,
      @Nullable Object jsonBody,
      Duration timeout,
      String jsonPath,
      boolean insecure,
      @Nullable OAuth2 oauth2)
      implements ProviderSpec {

    public Web {
      headers = List.copyOf(headers);
    }

    @Override
    public String type() {
      return "web";
    }
  }

  /** A job whose end is the verdict; {@code job} is its manifest. */
  record Job(Map<String, @Nullable Object> job) implements ProviderSpec {

    @Override
    public String type() {
      return "job";
    }
  }

  /** A provider that Argo knows and this engine does not execute: it is refused by this name. */
  record Unsupported(String type) implements ProviderSpec {}

  /** No provider is written: not valid. */
  record Missing() implements ProviderSpec {

    @Override
    public String type() {
      return "";
    }
  }

  /** Several providers are written: not valid. */
  record Several(List<String> types) implements ProviderSpec {

    public Several {
      types = List.copyOf(types);
    }

    @Override
    public String type() {
      return String.join(",", types);
    }
  }
}
