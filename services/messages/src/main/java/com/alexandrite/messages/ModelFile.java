package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

/**
 * Claim check of a stored 3D model: large files never travel in messages.
 *
 * @param key object key in the model bucket, made by the server
 * @param sha256 lower-case hex of the stored bytes
 * @param sizeBytes length of the file
 * @param fileName name that the customer gave, for people only
 */
public record ModelFile(String key, String sha256, long sizeBytes, String fileName) {

  /** Refuses a claim check that can't be redeemed. */
  public ModelFile {
    requireNonNull(key, "key is null");
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(fileName, "fileName is null");
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("sizeBytes is negative: " + sizeBytes);
    }
  }
}
