package com.alexandrite.preview.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What makes a service's template out of a copy of its database.
 *
 * @param shared what the scripts of all services have in common
 * @param anonymise takes everything personal away
 * @param seed brings the demo orders
 */
record Scripts(String shared, String anonymise, String seed) {

  private static final int HASH_DIGITS = 8;

  /**
   * Reads those of a database.
   *
   * @throws IOException when one is missing: nothing may be copied that was not made anonymous
   */
  static Scripts of(String database, Path sources) throws IOException {
    String service =
        Baseline.DATABASES.entrySet().stream()
            .filter(entry -> entry.getValue().equals(database))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return new Scripts(
        read(sources, "messages", "shared.sql"),
        read(sources, service, "anonymise.sql"),
        read(sources, service, "seed.sql"));
  }

  /** Another one for other scripts, or another schema. */
  String hash(List<String> history) {
    try {
      String all = String.join("\n--\n", shared, anonymise, seed, String.join(",", history));
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String read(Path sources, String module, String file) throws IOException {
    Path script = sources.resolve("services/" + module + "/src/main/resources/db/preview/" + file);
    if (!Files.exists(script)) {
      throw new IOException(
          "There is no %s, so no preview can get data of %s: without it they would not be anonymous."
              .formatted(script, module));
    }
    return Files.readString(script);
  }
}
