package com.alexandrite.pricing.request;

import com.alexandrite.kit.store.MissingObjectException;
import com.alexandrite.kit.store.ObjectStore;
import com.alexandrite.messages.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A store that can be away. */
final class InMemoryStore implements ObjectStore, MeasurementCache {

  final Map<String, MeasuredModel> remembered = new HashMap<>();
  boolean away;
  int opened;
  private final Map<String, byte[]> objects = new HashMap<>();

  ModelFile hold(byte[] bytes) {
    ModelFile model = TestModels.claim(bytes);
    objects.put(model.key(), bytes);
    return model;
  }

  void replace(ModelFile model, byte[] bytes) {
    objects.put(model.key(), bytes);
  }

  @Override
  public void put(String key, Path file) throws IOException {
    objects.put(key, Files.readAllBytes(file));
  }

  @Override
  public InputStream open(String key) throws IOException {
    if (away) {
      throw new IOException("the store is away");
    }
    opened++;
    byte[] bytes = objects.get(key);
    if (bytes == null) {
      throw new MissingObjectException(key);
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public Optional<MeasuredModel> find(String sha256) {
    return Optional.ofNullable(remembered.get(sha256));
  }

  @Override
  public void keep(String sha256, MeasuredModel measured) {
    remembered.put(sha256, measured);
  }
}
