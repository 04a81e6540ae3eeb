package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Kubernetes requires of a container. */
final class ContainerRules {

  private static final int HIGHEST_PORT = 65535;
  private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
  private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
  private static final Pattern VARIABLE = Pattern.compile("[ -<>-~]+");

  private final Map<String, Object> container;
  private final Place place;
  private final Findings findings;

  ContainerRules(Map<String, Object> container, Place place, Findings findings) {
    this.container = container;
    this.place = place;
    this.findings = findings;
  }

  void check(Set<String> volumes) {
    name();
    if (text(container, "image").isEmpty()) {
      findings.kubernetes(place.child("image"), ErrorType.REQUIRED, "is missing");
    }
    ports();
    variables();
    mounts(volumes);
    among(container, "imagePullPolicy", PULL_POLICIES, place);
  }

  private void name() {
    String name = text(container, "name");
    if (name.isEmpty()) {
      findings.kubernetes(place.child("name"), ErrorType.REQUIRED, "is missing");
    } else if (!KubernetesNames.label(name)) {
      findings.kubernetes(place.child("name"), ErrorType.INVALID, "is no name: " + name);
    }
  }

  private void ports() {
    Set<String> names = new HashSet<>();
    List<Object> ports = Data.list(container.get("ports"));
    for (int i = 0; i < ports.size(); i++) {
      Map<String, Object> port = Data.map(ports.get(i));
      Place at = place.child("ports").index(i);
      portName(text(port, "name"), at, names);
      int number = Data.integer(port.get("containerPort"), 0);
      if (number == 0) {
        findings.kubernetes(at.child("containerPort"), ErrorType.REQUIRED, "is missing");
      } else if (number < 1 || number > HIGHEST_PORT) {
        findings.kubernetes(at.child("containerPort"), ErrorType.INVALID, "is no port");
      }
      among(port, "protocol", PROTOCOLS, at);
    }
  }

  private void portName(String name, Place port, Set<String> names) {
    if (name.isEmpty()) {
      return;
    }
    if (!KubernetesNames.port(name)) {
      findings.kubernetes(port.child("name"), ErrorType.INVALID, "is no name: " + name);
    } else if (!names.add(name)) {
      findings.kubernetes(
          port.child("name"), ErrorType.DUPLICATE, "is taken by another port: " + name);
    }
  }

  private void variables() {
    List<Object> variables = Data.list(container.get("env"));
    for (int i = 0; i < variables.size(); i++) {
      Map<String, Object> variable = Data.map(variables.get(i));
      Place at = place.child("env").index(i);
      String name = text(variable, "name");
      if (name.isEmpty()) {
        findings.kubernetes(at.child("name"), ErrorType.REQUIRED, "is missing");
      } else if (!VARIABLE.matcher(name).matches()) {
        findings.kubernetes(at.child("name"), ErrorType.INVALID, "is no name: " + name);
      }
      if (!text(variable, "value").isEmpty() && variable.get("valueFrom") != null) {
        findings.kubernetes(
            at.child("valueFrom"), ErrorType.INVALID, "must not stand beside value");
      }
    }
  }

  private void mounts(Set<String> volumes) {
    List<Object> mounts = Data.list(container.get("volumeMounts"));
    for (int i = 0; i < mounts.size(); i++) {
      Map<String, Object> mount = Data.map(mounts.get(i));
      Place at = place.child("volumeMounts").index(i);
      String name = text(mount, "name");
      if (name.isEmpty()) {
        findings.kubernetes(at.child("name"), ErrorType.REQUIRED, "is missing");
      }
      if (!volumes.contains(name)) {
        findings.kubernetes(
            at.child("name"), ErrorType.NOT_FOUND, "names no volume of the pod: " + name);
      }
      if (text(mount, "mountPath").isEmpty()) {
        findings.kubernetes(at.child("mountPath"), ErrorType.REQUIRED, "is missing");
      }
    }
  }

  private void among(Map<String, Object> in, String name, List<String> known, Place at) {
    String value = text(in, name);
    if (!value.isEmpty() && !known.contains(value)) {
      findings.kubernetes(
          at.child(name), ErrorType.NOT_SUPPORTED, "must be one of " + String.join(", ", known));
    }
  }

  private static String text(Map<String, Object> in, String name) {
    return Data.text(in.get(name));
  }
}
