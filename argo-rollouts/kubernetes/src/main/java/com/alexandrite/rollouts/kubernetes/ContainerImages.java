package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an image into a pod template. */
final class ContainerImages {
  private static final List<String> LISTS =
      List.of("initContainers", "containers", "ephemeralContainers");

  private ContainerImages() {}

  /** The object with the image in it; empty if no container has that name. */
  static Optional<ClusterObject> set(ClusterObject workload, String container, String image) {
    Map<String, Object> template = Data.map(workload.spec().get("template"));
    Map<String, Object> pod = new HashMap<>(Data.map(template.get("spec")));
    boolean found = false;
    for (String list : LISTS) {
      List<Object> containers = Data.list(pod.get(list));
      if (containers.stream().anyMatch(one -> isMeant(one, container))) {
        pod.put(list, with(containers, container, image));
        found = true;
      }
    }
    return found ? Optional.of(withPod(workload, template, pod)) : Optional.empty();
  }

  private static List<Object> with(List<Object> containers, String container, String image) {
    List<Object> changed = new ArrayList<>();
    for (Object one : containers) {
      Map<String, Object> copy = new HashMap<>(Data.map(one));
      if (isMeant(one, container)) {
        copy.put("image", image);
      }
      changed.add(copy);
    }
    return changed;
  }

  private static boolean isMeant(Object one, String container) {
    return container.equals("*") || container.equals(Data.map(one).get("name"));
  }

  private static ClusterObject withPod(
      ClusterObject workload, Map<String, Object> template, Map<String, Object> pod) {
    Map<String, Object> newTemplate = new HashMap<>(template);
    newTemplate.put("spec", pod);
    Map<String, Object> spec = new HashMap<>(workload.spec());
    spec.put("template", newTemplate);
    Map<String, Object> content = new HashMap<>(workload.content());
    content.put("spec", spec);
    return new ClusterObject(content);
  }
}
