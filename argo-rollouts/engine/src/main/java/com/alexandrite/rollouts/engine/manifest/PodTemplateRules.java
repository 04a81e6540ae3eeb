package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a pod template says nothing that a local process would not do. */
final class PodTemplateRules {

  /** Where pods run and what they may use is decided by the one machine. */
  private static final String[] POD_WITHOUT_EFFECT = {
    "affinity",
    "automountServiceAccountToken",
    "enableServiceLinks",
    "imagePullSecrets",
    "nodeSelector",
    "priorityClassName",
    "restartPolicy",
    "securityContext",
    "serviceAccountName",
    "terminationGracePeriodSeconds",
    "tolerations",
    "topologySpreadConstraints"
  };

  private static final String[] CONTAINER_WITHOUT_EFFECT = {
    "imagePullPolicy", "resources", "securityContext"
  };

  private static final List<String> CONTAINER_REFUSED =
      List.of(
          "args",
          "command",
          "lifecycle",
          "livenessProbe",
          "startupProbe",
          "volumeMounts",
          "workingDir");

  private final Fields spec;

  PodTemplateRules(Fields spec) {
    this.spec = spec;
  }

  void check() {
    spec.ignore(POD_WITHOUT_EFFECT);
    spec.refuse("initContainers", "A local process has none; let the service prepare itself");
    spec.refuse("volumes", "Use envFrom");
    List<Boolean> containers = spec.<Boolean>list("containers", this::container);
    if (containers.size() != 1) {
      spec.problem("containers", "must have one element", "One pod is one local process");
    }
    spec.end();
  }

  private Boolean container(Fields fields) {
    fields.required("name");
    if (!fields.required("image").matches("[^:]+(/[^:]+)*:[^:]+")) {
      fields.problem("image", "has no version", "Write name:version");
    }
    fields.ignore(CONTAINER_WITHOUT_EFFECT);
    CONTAINER_REFUSED.forEach(name -> fields.refuse(name, "A local process does not have it"));
    fields.list("env", PodTemplateRules::variable);
    fields.list("envFrom", PodTemplateRules::source);
    fields.list("ports", PodTemplateRules::port);
    if (fields.has("readinessProbe")) {
      probe(fields.child("readinessProbe"), Data.list(fields.raw("ports")));
    }
    fields.end();
    return true;
  }

  private static @Nullable Object variable(Fields fields) {
    fields.required("name");
    fields.text("value");
    fields.refuse("valueFrom", "Write the value, or use envFrom");
    fields.end();
    return null;
  }

  private static @Nullable Object source(Fields fields) {
    fields.refuse("prefix", "Name the variables in full");
    for (String kind : List.of("configMapRef", "secretRef")) {
      if (fields.has(kind)) {
        Fields reference = fields.child(kind);
        reference.required("name");
        reference.ignore("optional");
        reference.end();
      }
    }
    fields.end();
    return null;
  }

  private static @Nullable Object port(Fields fields) {
    fields.required("name");
    fields.integer("containerPort");
    String protocol = fields.text("protocol");
    if (!protocol.isEmpty() && !protocol.equals("TCP")) {
      fields.problem("protocol", "must be TCP", "Remove it");
    }
    fields.end();
    return null;
  }

  private static void probe(Fields fields, List<Object> ports) {
    for (String other : List.of("exec", "tcpSocket", "grpc", "successThreshold")) {
      fields.refuse(other, "Use httpGet");
    }
    for (String number :
        List.of("initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold")) {
      fields.integer(number);
    }
    Fields get = fields.child("httpGet");
    get.required("path");
    get.refuse("host", "Remove it");
    get.refuse("httpHeaders", "Remove it");
    get.refuse("scheme", "Remove it: the probe is HTTP");
    Object port = get.raw("port");
    boolean known =
        ports.stream()
            .map(Data::map)
            .anyMatch(it -> it.get("name") != null && it.get("name").equals(port));
    if (!known) {
      get.problem("port", "names no port of the container", "Use the name of one of its ports");
    }
    get.end();
    fields.end();
  }
}
