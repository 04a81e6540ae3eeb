package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One object of the cluster as plain data, with every field that the server sent, known or not.
 *
 * @param content of the whole object, from {@code apiVersion} to {@code status}; not to be changed
 */
public record ClusterObject(Map<String, Object> content) {

  public Map<String, Object> metadata() {
    return Data.map(content.get("metadata"));
  }

  public Map<String, Object> spec() {
    return Data.map(content.get("spec"));
  }

  public Map<String, Object> status() {
    return Data.map(content.get("status"));
  }

  public String kind() {
    return Data.text(content.get("kind"));
  }

  public String name() {
    return Data.text(metadata().get("name"));
  }

  public String namespace() {
    return Data.text(metadata().get("namespace"));
  }

  public String uid() {
    return Data.text(metadata().get("uid"));
  }

  /** A label's value; empty when it is not set. */
  public String label(String key) {
    return Data.text(Data.map(metadata().get("labels")).get(key));
  }

  /** An annotation's value; empty when it is not set. */
  public String annotation(String key) {
    return Data.text(Data.map(metadata().get("annotations")).get(key));
  }

  /** What controls this object: a reference with {@code kind}, {@code name} and {@code uid}. */
  public Optional<Map<String, Object>> controller() {
    List<Object> owners = Data.list(metadata().get("ownerReferences"));
    return owners.stream()
        .map(Data::map)
        .filter(owner -> Data.flag(owner.get("controller")))
        .findFirst();
  }

  /** Whether the other object controls this one. */
  public boolean isControlledBy(ClusterObject other) {
    return controller().map(owner -> Objects.equals(owner.get("uid"), other.uid())).orElse(false);
  }
}
