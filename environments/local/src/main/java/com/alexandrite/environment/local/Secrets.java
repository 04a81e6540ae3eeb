package com.alexandrite.environment.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Generated once, kept in {@code secrets/}, one file each, readable by the owner only. */
public final class Secrets {

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 24;

  private final Home home;
  private final SecureRandom random = new SecureRandom();

  /** The secrets of this home. */
  public Secrets(Home home) {
    this.home = home;
  }

  /** The secret of this name; made up when it is asked for the first time. */
  public String get(String name) throws IOException {
    Path file = home.resolve("secrets/" + name);
    if (!Files.exists(file)) {
      home.write("secrets/" + name, generate());
    }
    return Files.readString(file).strip();
  }

  private String generate() {
    var secret = new StringBuilder(LENGTH);
    random.ints(LENGTH, 0, LETTERS.length()).forEach(i -> secret.append(LETTERS.charAt(i)));
    return secret.toString();
  }
}
