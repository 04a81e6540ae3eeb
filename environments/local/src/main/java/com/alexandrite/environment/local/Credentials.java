package com.alexandrite.environment.local;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The user part of an address such as {@code amqp://user:password@host}. */
record Credentials(String user, String password) {

  static Credentials of(URI uri) {
    String info = uri.getRawUserInfo();
    if (info == null) {
      return new Credentials("", "");
    }
    int colon = info.indexOf(':');
    return colon < 0
        ? new Credentials(decode(info), "")
        : new Credentials(decode(info.substring(0, colon)), decode(info.substring(colon + 1)));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
