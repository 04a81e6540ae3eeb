package com.alexandrite.environment.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Makes a process restart when its configuration files change. */
final class Configurations {

  private static final int SHORT = 12;

  private Configurations() {}

  /** A variable with the content's hash: other content makes another process specification. */
  static Map<String, String> stamp(Home home, String... files) throws IOException {
    var content = new StringBuilder();
    for (String file : files) {
      content.append(Files.readString(home.resolve(file)));
    }
    return Map.of("ALEXANDRITE_CONFIGURATION", hash(content.toString()));
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, SHORT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
