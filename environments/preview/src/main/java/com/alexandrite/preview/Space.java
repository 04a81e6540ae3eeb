package com.alexandrite.preview;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The names of everything that one preview has in servers that it shares with others, so that it is
 * found and removed by name alone. The installation keeps two platforms on one server apart.
 *
 * @param installation four to eight hex digits
 * @param seed what the preview's passwords are made from; never shown
 */
public record Space(String installation, PreviewName name, String seed) {

  private static final String PROCESS = "preview.";

  /** Its database for a service ({@code shop}, {@code crm}, {@code mes}, {@code pricing}). */
  public String database(String database) {
    return databasePrefix(installation) + name + "_" + database;
  }

  /** What the databases of all previews of an installation begin with. */
  public static String databasePrefix(String installation) {
    return "pv_" + installation + "_";
  }

  /** Its virtual host in the broker, and its user there. */
  public String vhost() {
    return vhostPrefix(installation) + name;
  }

  /** What the virtual hosts of all previews of an installation begin with. */
  public static String vhostPrefix(String installation) {
    return "preview-" + installation + "-";
  }

  /** What the keys of its objects begin with. */
  public String objectPrefix() {
    return objectFolder(installation) + name + "/";
  }

  /** What the objects of all previews of an installation begin with. */
  public static String objectFolder(String installation) {
    return "previews/" + installation + "/";
  }

  /** What its keys in Redis begin with. */
  public String redisPrefix() {
    return redisPrefix(installation) + name + ":";
  }

  /** What the keys of all previews of an installation begin with. */
  public static String redisPrefix(String installation) {
    return "preview:" + installation + ":";
  }

  /** Its flag environment. */
  public String flagEnvironment() {
    return "preview-" + name;
  }

  /** The process of one of its services. */
  public String process(String service) {
    return PROCESS + name + "." + service;
  }

  /** Whose process this is, when it is a preview's. */
  public static Optional<PreviewName> ofProcess(String process) {
    int end = process.indexOf('.', PROCESS.length());
    return process.startsWith(PROCESS) && end > 0
        ? Optional.of(new PreviewName(process.substring(PROCESS.length(), end)))
        : Optional.empty();
  }

  /** A password for this purpose: always the same one, and of no use for another preview. */
  public String secret(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest =
          mac.doFinal((installation + "/" + name + "/" + purpose).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 20);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "Space[" + installation + ", " + name + "]";
  }
}
