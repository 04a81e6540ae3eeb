package com.alexandrite.preview;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a preview is called in addresses, databases, virtual hosts and processes: {@code
 * feature-rings} for the branch {@code feature/rings}. Letters, digits and single dashes, so that
 * it is one label of a host name and can be told from what stands around it.
 */
public record PreviewName(String value) implements Comparable<PreviewName> {

  /** Longest name: with all that is put around it, it stays within PostgreSQL's 63 bytes. */
  public static final int LONGEST = 28;

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int HASH = 5;

  /**
   * Validates.
   *
   * @throws IllegalArgumentException when it has another form
   */
  public PreviewName {
    if (!isName(value)) {
      throw new IllegalArgumentException("not a preview's name: " + value);
    }
  }

  /** Whether this can be a preview's name. */
  public static boolean isName(String value) {
    return value.length() <= LONGEST && FORM.matcher(value).matches();
  }

  /** The plain name for these branches; long ones are cut and get a hash. */
  public static PreviewName of(List<String> branches) {
    String plain = slug(String.join("-and-", branches));
    return plain.isEmpty() || plain.length() > LONGEST
        ? distinct(branches)
        : new PreviewName(plain);
  }

  /** A name for these branches that other branches with the same letters do not get. */
  public static PreviewName distinct(List<String> branches) {
    String plain = slug(String.join("-and-", branches));
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST - HASH - 1));
    String hash = hash(String.join("\n", branches)).substring(0, HASH);
    return new PreviewName(cut.isEmpty() ? hash : slug(cut) + "-" + hash);
  }

  private static String slug(String branch) {
    return branch.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(PreviewName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
