package com.alexandrite.shop.order;

import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;

/**
 * A model on its way into the store, kept in a file with its hash: a slow customer holds no
 * connection to the store, and a broken upload never gets there.
 */
final class SpooledModel implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final long size;
  private final String sha256;

  private SpooledModel(Path file, long size, String sha256) {
    this.file = file;
    this.size = size;
    this.sha256 = sha256;
  }

  /**
   * Reads to the end.
   *
   * @param limit bytes that are taken at most
   * @throws ProblemException if nothing or too much comes
   */
  static SpooledModel read(InputStream bytes, long limit) throws IOException {
    Path file = Files.createTempFile("model", ".upload");
    try {
      MessageDigest digest = sha256();
      long size = copy(bytes, file, digest, limit);
      if (size == 0) {
        throw ProblemException.badRequest(
            "model-empty", "The file is empty.", "Choose the file again.");
      }
      return new SpooledModel(file, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  static ProblemException tooLarge(long limit) {
    return new ProblemException(
        HttpStatus.CONTENT_TOO_LARGE,
        "model-too-large",
        "The file is larger than " + limit / 1_000_000 + " MB. The order is kept as it was.",
        "Reduce the number of triangles, or write the file as binary STL.");
  }

  private static long copy(InputStream bytes, Path file, MessageDigest digest, long limit)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        size += read;
        if (size > limit) {
          throw tooLarge(limit);
        }
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    return size;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Path file() {
    return file;
  }

  ModelFile claim(String key, String fileName) {
    return new ModelFile(key, sha256, size, fileName);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
