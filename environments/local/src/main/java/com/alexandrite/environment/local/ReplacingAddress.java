package com.alexandrite.environment.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An address in the environment that takes the place of one of our servers.
 *
 * @param variable where it was said, such as {@code ALEXANDRITE_POSTGRES_URL}
 */
public record ReplacingAddress(String variable, URI uri) {

  private static final int PATIENCE_MILLIS = 3000;

  /** Each server that can be replaced: how its address looks, and the port when none is named. */
  private enum Form {
    POSTGRES("postgresql://user:password@host:5432/postgres", 5432),
    RABBITMQ("amqp://user:password@host:5672/vhost", 5672),
    RABBITMQ_MANAGEMENT("http://user:password@host:15672", 80),
    REDIS("redis://:password@host:6379", 6379),
    S3("http://accessKey:secretKey@host:9000/bucket", 80),
    PROMETHEUS("http://host:9090", 9090);

    private final String example;
    private final int port;

    Form(String example, int port) {
      this.example = example;
      this.port = port;
    }

    String variable() {
      return "ALEXANDRITE_" + name() + "_URL";
    }
  }

  /**
   * The address that replaces a server, if one is set.
   *
   * @param server its name, such as {@code postgres}
   * @throws IllegalArgumentException when what is set is no address
   */
  static Optional<ReplacingAddress> of(String server, Map<String, String> environment) {
    String variable = "ALEXANDRITE_" + server.toUpperCase(Locale.ROOT) + "_URL";
    return Optional.ofNullable(environment.get(variable))
        .filter(text -> !text.isBlank())
        .map(text -> new ReplacingAddress(variable, URI.create(text)));
  }

  /** The variables that replace a server, with their addresses. */
  static Map<String, String> among(Map<String, String> environment) {
    Map<String, String> set = new TreeMap<>();
    for (Form form : Form.values()) {
      String address = environment.getOrDefault(form.variable(), "");
      if (!address.isBlank()) {
        set.put(form.variable(), address);
      }
    }
    return set;
  }

  /**
   * What is wrong with the addresses that are set: not of the right form, or nobody answers there.
   *
   * @return a sentence for each; empty when all is well
   */
  public static List<String> complaints(Map<String, String> environment) {
    List<String> complaints = new ArrayList<>();
    for (Form form : Form.values()) {
      String text = environment.getOrDefault(form.variable(), "");
      if (!text.isBlank()) {
        complaint(form, text).ifPresent(complaints::add);
      }
    }
    return complaints;
  }

  private static Optional<String> complaint(Form form, String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.of(misshapen(form));
    }
    String scheme = URI.create(form.example).getScheme();
    if (uri.getHost() == null || !schemes(scheme).contains(String.valueOf(uri.getScheme()))) {
      return Optional.of(misshapen(form));
    }
    if (form == Form.S3 && uri.getPath().length() < 2) {
      return Optional.of(misshapen(form));
    }
    int port = uri.getPort() < 0 ? form.port : uri.getPort();
    return answers(uri.getHost(), port)
        ? Optional.empty()
        : Optional.of(
            "nothing answers at %s:%d, the address in %s"
                .formatted(uri.getHost(), port, form.variable()));
  }

  private static List<String> schemes(String scheme) {
    return switch (scheme) {
      case "postgresql" -> List.of("postgresql", "postgres");
      case "http" -> List.of("http", "https");
      default -> List.of(scheme);
    };
  }

  private static String misshapen(Form form) {
    return "%s is not an address like %s".formatted(form.variable(), form.example);
  }

  private static boolean answers(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
