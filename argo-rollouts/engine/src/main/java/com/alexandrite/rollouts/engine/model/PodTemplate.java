package com.alexandrite.rollouts.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pod of a revision is, as the manifest's own data.
 *
 * @param spec the pod spec (text, number, boolean, list, map); what the engine reads of it is in
 *     {@link Container}
 */
public record PodTemplate(
    Map<String, String> labels, Map<String, String> annotations, Map<String, Object> spec) {

  public PodTemplate {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    spec = Map.copyOf(spec);
  }

  /** Names the revision: the same content has the same hash, whatever the order of its fields. */
  public String hash() {
    return ContentHash.of(Map.of("labels", labels, "annotations", annotations, "spec", spec));
  }

  /** The containers in the manifest's order. */
  public List<Container> containers() {
    return containerData().stream().map(Container::of).toList();
  }

  /** The first container: the one that is released. */
  public Container container() {
    return containers().getFirst();
  }

  /** The same template with this image in its first container. */
  public PodTemplate withImage(String image) {
    return withContainerField("image", image);
  }

  /** The same template with this annotation. */
  public PodTemplate withAnnotation(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(annotations);
    changed.put(name, value);
    return new PodTemplate(labels, changed, spec);
  }

  /** The same template with one environment variable of its first container set. */
  public PodTemplate withEnvironment(String name, String value) {
    List<Object> variables = new ArrayList<>();
    for (Object variable : Data.list(containerData().getFirst().get("env"))) {
      if (!name.equals(Data.map(variable).get("name"))) {
        variables.add(variable);
      }
    }
    variables.add(Map.of("name", name, "value", value));
    return withContainerField("env", List.copyOf(variables));
  }

  /** The same template without this environment variable in its first container. */
  public PodTemplate withoutEnvironment(String name) {
    List<Object> variables =
        Data.list(containerData().getFirst().get("env")).stream()
            .filter(variable -> !name.equals(Data.map(variable).get("name")))
            .toList();
    return withContainerField("env", variables);
  }

  private List<Map<String, Object>> containerData() {
    return Data.list(spec.get("containers")).stream().map(Data::map).toList();
  }

  private PodTemplate withContainerField(String field, Object value) {
    List<Map<String, Object>> containers = new ArrayList<>(containerData());
    Map<String, Object> first = new LinkedHashMap<>(containers.getFirst());
    first.put(field, value);
    if (value instanceof List<?> list && list.isEmpty()) {
      first.remove(field);
    }
    containers.set(0, first);
    Map<String, Object> changed = new LinkedHashMap<>(spec);
    changed.put("containers", List.copyOf(containers));
    return new PodTemplate(labels, annotations, changed);
  }
}
