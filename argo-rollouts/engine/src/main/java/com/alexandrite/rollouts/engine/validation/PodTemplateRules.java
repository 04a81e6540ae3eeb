package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What Kubernetes requires of a Rollout's pod template, as far as people get it wrong: names,
 * images, ports, variables, mounts, restart policy. Whatever else a pod says, its cluster judges.
 */
final class PodTemplateRules {

  private static final String RESTART_POLICY = "restartPolicy";
  private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");
  private static final List<String> DNS_POLICIES =
      List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");

  private final Map<String, Object> metadata;
  private final Map<String, Object> pod;
  private final Place template;
  private final Place place;
  private final Findings findings;

  PodTemplateRules(Map<String, Object> template, Place place, Findings findings) {
    this.metadata = Data.map(template.get("metadata"));
    this.pod = Data.map(template.get("spec"));
    this.template = place;
    this.place = place.child("spec");
    this.findings = findings;
  }

  void check() {
    KubernetesNames.labels(Data.map(metadata.get("labels")), template.child("labels"), findings);
    annotations();
    Set<String> volumes = volumes();
    containers("containers", volumes);
    containers("initContainers", volumes);
    policies();
    names();
    restart();
  }

  private void annotations() {
    for (String key : Data.map(metadata.get("annotations")).keySet()) {
      if (!KubernetesNames.qualified(key.toLowerCase(Locale.ROOT))) {
        findings.kubernetes(
            template.child("annotations"), ErrorType.INVALID, "has a key that is none: " + key);
      }
    }
  }

  private Set<String> volumes() {
    Set<String> names = new HashSet<>();
    List<Object> volumes = Data.list(pod.get("volumes"));
    for (int i = 0; i < volumes.size(); i++) {
      String name = Data.text(Data.map(volumes.get(i)).get("name"));
      Place at = place.child("volumes").index(i).child("name");
      if (name.isEmpty()) {
        findings.kubernetes(at, ErrorType.REQUIRED, "is missing");
      } else if (!KubernetesNames.label(name)) {
        findings.kubernetes(at, ErrorType.INVALID, "is no name: " + name);
      } else if (!names.add(name)) {
        findings.kubernetes(at, ErrorType.DUPLICATE, "is taken by another volume: " + name);
      }
    }
    return names;
  }

  private void containers(String list, Set<String> volumes) {
    List<Object> containers = Data.list(pod.get(list));
    if (containers.isEmpty() && list.equals("containers")) {
      findings.kubernetes(place.child(list), ErrorType.REQUIRED, "is missing");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < containers.size(); i++) {
      Map<String, Object> container = Data.map(containers.get(i));
      Place at = place.child(list).index(i);
      new ContainerRules(container, at, findings).check(volumes);
      String name = Data.text(container.get("name"));
      if (!names.add(name)) {
        findings.kubernetes(
            at.child("name"), ErrorType.DUPLICATE, "is taken by another container: " + name);
      }
    }
  }

  private void policies() {
    among(RESTART_POLICY, RESTART_POLICIES);
    among("dnsPolicy", DNS_POLICIES);
  }

  private void among(String name, List<String> known) {
    String value = Data.text(pod.get(name));
    if (!value.isEmpty() && !known.contains(value)) {
      findings.kubernetes(
          place.child(name), ErrorType.NOT_SUPPORTED, "must be one of " + String.join(", ", known));
    }
  }

  private void names() {
    KubernetesNames.labels(
        Data.map(pod.get("nodeSelector")), place.child("nodeSelector"), findings);
    String account = Data.text(pod.get("serviceAccountName"));
    if (!account.isEmpty() && !KubernetesNames.domain(account)) {
      findings.kubernetes(
          place.child("serviceAccountName"), ErrorType.INVALID, "is no name: " + account);
    }
    Integer deadline = Data.integerOrNull(pod.get("activeDeadlineSeconds"));
    if (deadline != null && deadline < 1) {
      findings.kubernetes(
          place.child("activeDeadlineSeconds"), ErrorType.INVALID, "must be 1 or more");
    }
  }

  /** Pods of a Rollout run until they are replaced. */
  private void restart() {
    String policy = Data.text(pod.get(RESTART_POLICY));
    if (!policy.isEmpty() && !policy.equals("Always")) {
      findings.kubernetes(
          place.child(RESTART_POLICY), ErrorType.NOT_SUPPORTED, "must be Always in a Rollout");
    }
    if (pod.get("activeDeadlineSeconds") != null) {
      findings.kubernetes(
          place.child("activeDeadlineSeconds"), ErrorType.FORBIDDEN, "has no place in a Rollout");
    }
  }
}
