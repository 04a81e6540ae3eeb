package com.alexandrite.pricing.request;

import com.alexandrite.kit.store.ObjectStore;
import com.alexandrite.messages.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Redeems a claim check: the bytes as a file of this worker, and only if they are the ones that
 * were meant.
 */
class ModelFetch {

  private static final int CHUNK = 1 << 16;

  private final ObjectStore store;
  private final Duration limit;

  ModelFetch(ObjectStore store, Duration limit) {
    this.store = store;
    this.limit = limit;
  }

  /** A fetched file that is gone after closing. */
  record Fetched(Path path) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(path);
    }
  }

  /**
   * Fetches a model.
   *
   * @throws DamagedModelException if size or hash are others than the claim check says
   * @throws com.alexandrite.kit.store.MissingObjectException if nothing is stored
   * @throws IOException if the store is away or too slow
   */
  Fetched fetch(ModelFile model) throws IOException {
    Fetched fetched = new Fetched(Files.createTempFile("model-", ".bin"));
    try {
      copy(model, fetched.path());
      return fetched;
    } catch (IOException | RuntimeException failure) {
      fetched.close();
      throw failure;
    }
  }

  private void copy(ModelFile model, Path target) throws IOException {
    MessageDigest digest = sha256();
    long deadline = System.nanoTime() + limit.toNanos();
    long size = 0;
    byte[] chunk = new byte[CHUNK];
    try (InputStream source = store.open(model.key());
        OutputStream file = Files.newOutputStream(target)) {
      for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
        size += read;
        digest.update(chunk, 0, read);
        file.write(chunk, 0, read);
        // Never more than was announced: a swapped object must not fill the disk.
        if (size > model.sizeBytes()) {
          throw new DamagedModelException("more than " + model.sizeBytes() + " bytes");
        }
        if (System.nanoTime() > deadline) {
          throw new IOException("the model store is too slow for " + model.key());
        }
      }
    }
    check(model, size, HexFormat.of().formatHex(digest.digest()));
  }

  private static void check(ModelFile model, long size, String hash) throws IOException {
    if (size != model.sizeBytes()) {
      throw new DamagedModelException(size + " bytes instead of " + model.sizeBytes());
    }
    if (!hash.equals(model.sha256())) {
      throw new DamagedModelException("SHA-256 " + hash + " instead of " + model.sha256());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
