package com.alexandrite.console.preview.wake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which headers are for the next listener only, and which go on. */
final class HopByHop {
  private static final Set<String> HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** What the forwarding says itself. */
  private static final Set<String> SAID_ANEW =
      Set.of(
          "host",
          "content-length",
          "expect",
          "x-forwarded-host",
          "x-forwarded-proto",
          "x-forwarded-for",
          "x-forwarded-port",
          Waker.HOST.toLowerCase(Locale.ROOT));

  private HopByHop() {}

  static boolean passes(String name, @Nullable String connection) {
    return comesBack(name, connection) && !SAID_ANEW.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean comesBack(String name, @Nullable String connection) {
    String plain = name.toLowerCase(Locale.ROOT);
    return !plain.startsWith(":") && !HOP.contains(plain) && !isNamed(plain, connection);
  }

  /** A Connection header names further headers that end here. */
  private static boolean isNamed(String name, @Nullable String connection) {
    return connection != null
        && Arrays.stream(connection.split(",", -1))
            .anyMatch(it -> it.strip().equalsIgnoreCase(name));
  }
}
