package com.alexandrite.rollouts.engine.operation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes the image of containers, where their names still stand. */
final class SetImage {

  private static final String ALL = "*";
  private static final List<String> LISTS =
      List.of("initContainers", "containers", "ephemeralContainers");

  private final LiveRollout rollout;
  private final String container;
  private final String image;
  private final List<Map<String, Object>> operations = new ArrayList<>();

  SetImage(LiveRollout rollout, String container, String image) {
    this.rollout = rollout;
    this.container = container;
    this.image = image;
  }

  Plan plan() {
    Map<String, Object> template = Data.map(rollout.spec().get("template"));
    Map<String, Object> pod = Data.map(template.get("spec"));
    for (String list : LISTS) {
      List<Object> containers = Data.list(pod.get(list));
      for (int i = 0; i < containers.size(); i++) {
        change("/spec/template/spec/" + list + "/" + i, Data.map(containers.get(i)));
      }
    }
    return operations.isEmpty()
        ? new Plan.Refused(
            Plan.Reason.CONTAINER_NOT_FOUND, "There is no container named \"" + container + "\"")
        : new Plan.Send(List.of(Patch.ofOperations(Patch.ROLLOUTS, null, operations)));
  }

  private void change(String path, Map<String, Object> found) {
    String name = Data.text(found.get("name"));
    if (name.equals(container) || container.equals(ALL)) {
      operations.add(Map.of("op", "test", "path", path + "/name", "value", name));
      operations.add(Map.of("op", "add", "path", path + "/image", "value", image));
    }
  }
}
