package com.alexandrite.console.cluster;

import com.alexandrite.rollouts.kubernetes.ClusterAddress;
import com.alexandrite.rollouts.kubernetes.ClusterObject;
import java.util.List;

/**
 * What rollouts are called here: their own name where one namespace is shown, else {@code
 * name@namespace}.
 */
final class RolloutNames {
  private static final char AT = '@';

  private final String only;

  /** A rollout's place in the cluster. */
  record Place(String namespace, String rollout) {}

  RolloutNames(List<String> namespaces) {
    boolean one = namespaces.size() == 1 && !namespaces.contains(ClusterAddress.ALL);
    only = one ? namespaces.getFirst() : "";
  }

  String name(ClusterObject object) {
    return name(object.namespace(), object.name());
  }

  String name(String namespace, String rollout) {
    return only.isEmpty() ? rollout + AT + namespace : rollout;
  }

  Place place(String name) {
    int at = name.lastIndexOf(AT);
    return at < 0 || !only.isEmpty()
        ? new Place(only, name)
        : new Place(name.substring(at + 1), name.substring(0, at));
  }
}
