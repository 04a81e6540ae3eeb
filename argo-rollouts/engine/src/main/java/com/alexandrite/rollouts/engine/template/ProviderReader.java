package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.BasicAuth;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Header;
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
      case "web" -> {
        fields.problem(type, "is not executed by this engine");
        yield web(fields.child(type));
      }
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
    ProviderSpec.Prometheus read =
        new ProviderSpec.Prometheus(
            fields.text("address"),
            fields.text("query"),
            timeout == null ? PROMETHEUS_TIMEOUT : Duration.ofSeconds(timeout),
            insecure(fields),
            headers(fields),
            basicAuth(fields.child("authentication")),
            fields.has("rangeQuery") ? rangeQuery(fields.child("rangeQuery")) : null);
    fields.end();
    return read;
  }

  /** Written as false it says what is done anyway. */
  private static boolean insecure(Fields fields) {
    boolean insecure = fields.flag("insecure");
    if (insecure) {
      fields.problem("insecure", "is not executed by this engine");
    }
    return insecure;
  }

  private static @Nullable BasicAuth basicAuth(Fields authentication) {
    authentication.refuse("oauth2");
    authentication.refuse("sigv4");
    Fields basic = authentication.child("basicAuth");
    String username = basic.text("username");
    String password = basic.text("password");
    basic.end();
    authentication.end();
    return username.isEmpty() && password.isEmpty() ? null : new BasicAuth(username, password);
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
    authentication.refuse("oauth2");
    authentication.refuse("sigv4");
    authentication.refuse("basicAuth");
    authentication.end();
    ProviderSpec.Web read =
        new ProviderSpec.Web(
            fields.text("method"),
            fields.text("url"),
            headers(fields),
            fields.text("body"),
            fields.raw("jsonBody"),
            timeout == null || timeout <= 0 ? WEB_TIMEOUT : Duration.ofSeconds(timeout),
            fields.text("jsonPath"),
            insecure(fields));
    fields.end();
    return read;
  }

  private static ProviderSpec job(Fields fields) {
    Map<String, @Nullable Object> manifest = new HashMap<>();
    if (fields.raw("job") instanceof Map<?, ?> written) {
      written.forEach((key, value) -> manifest.put(String.valueOf(key), value));
    }
    fields.problem("job", "is not executed by this engine");
    return new ProviderSpec.Job(manifest);
  }
}
