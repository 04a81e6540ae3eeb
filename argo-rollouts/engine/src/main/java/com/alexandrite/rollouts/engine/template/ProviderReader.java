package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.BasicAuth;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Header;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.OAuth2;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.RangeQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code provider} of a metric; providers that are not executed are refused by their
 * name.
 */
final class ProviderReader {

  private static final List<String> KNOWN =
      List.of(
          "prometheus",
          "kayenta",
          "web",
          "datadog",
          "wavefront",
          "newRelic",
          "job",
          "cloudWatch",
          "graphite",
          "influxdb",
          "skywalking");
  private static final Duration PROMETHEUS_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration WEB_TIMEOUT = Duration.ofSeconds(10);

  private ProviderReader() {}

  static ProviderSpec read(Fields fields) {
    List<String> written = new ArrayList<>(KNOWN.stream().filter(fields::has).toList());
    if (fields.raw("plugin") instanceof Map<?, ?> plugins) {
      plugins.keySet().forEach(name -> written.add("plugin." + name));
    }
    return switch (written.size()) {
      case 0 -> new ProviderSpec.Missing();
      case 1 -> read(fields, written.getFirst());
      default -> new ProviderSpec.Several(written);
    };
  }

  private static ProviderSpec read(Fields fields, String type) {
    return switch (type) {
      case "prometheus" -> prometheus(fields.child(type));
      case "web" -> web(fields.child(type));
      case "job" -> job(fields);
      default -> {
        fields.problem(type, "is not executed by this engine");
        yield new ProviderSpec.Unsupported(type);
      }
    };
  }

  private static ProviderSpec prometheus(Fields fields) {
    Long timeout = fields.number("timeout");
    if (timeout != null && timeout < 0) {
      fields.problem("timeout", "prometheus timeout should not be negative");
    }
    Fields authentication = fields.child("authentication");
    ProviderSpec.Prometheus read =
        new ProviderSpec.Prometheus(
            fields.text("address"),
            fields.text("query"),
            timeout == null ? PROMETHEUS_TIMEOUT : Duration.ofSeconds(timeout),
            fields.flag("insecure"),
            headers(fields),
            basicAuth(authentication.child("basicAuth")),
            fields.has("rangeQuery") ? rangeQuery(fields.child("rangeQuery")) : null,
            oauth2(authentication.child("oauth2")));
    authentication.refuse("sigv4");
    authentication.end();
    fields.end();
    return read;
  }

  private static @Nullable BasicAuth basicAuth(Fields basic) {
    String username = basic.text("username");
    String password = basic.text("password");
    basic.end();
    return username.isEmpty() && password.isEmpty() ? null : new BasicAuth(username, password);
  }

  private static @Nullable OAuth2 oauth2(Fields fields) {
    OAuth2 read =
        new OAuth2(
            fields.text("tokenUrl"),
            fields.text("clientId"),
            fields.text("clientSecret"),
            fields.texts("scopes"));
    fields.end();
    if (read.tokenUrl().isEmpty()) {
      return null;
    }
    if (read.clientId().isEmpty() || read.clientSecret().isEmpty()) {
      fields.problem("clientId", "missing mandatory parameter in metric for OAuth2 setup");
    }
    return read;
  }

  private static RangeQuery rangeQuery(Fields fields) {
    RangeQuery range =
        new RangeQuery(fields.text("start"), fields.text("end"), fields.text("step"));
    fields.end();
    return range;
  }

  private static List<Header> headers(Fields fields) {
    return fields.list(
        "headers",
        header -> {
          Header read = new Header(header.text("key"), header.text("value"));
          header.end();
          return read;
        });
  }

  private static ProviderSpec web(Fields fields) {
    Long timeout = fields.number("timeoutSeconds");
    Fields authentication = fields.child("authentication");
    authentication.refuse("sigv4");
    authentication.refuse("basicAuth");
    ProviderSpec.Web read =
        new ProviderSpec.Web(
            fields.text("method"),
            fields.text("url"),
            headers(fields),
            fields.text("body"),
            fields.raw("jsonBody"),
            timeout == null || timeout <= 0 ? WEB_TIMEOUT : Duration.ofSeconds(timeout),
            fields.text("jsonPath"),
            fields.flag("insecure"),
            oauth2(authentication.child("oauth2")));
    authentication.end();
    fields.end();
    return read;
  }

  private static ProviderSpec job(Fields fields) {
    Map<String, @Nullable Object> manifest = new HashMap<>();
    if (fields.raw("job") instanceof Map<?, ?> written) {
      written.forEach((key, value) -> manifest.put(String.valueOf(key), value));
    }
    JobRules.check(fields.child("job"));
    return new ProviderSpec.Job(manifest);
  }
}
