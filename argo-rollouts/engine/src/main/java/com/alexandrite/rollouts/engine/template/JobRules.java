package com.alexandrite.rollouts.engine.template;

/**
 * Checks that a Job is one that a process can stand for: one container with a command. What only
 * places the pod on a cluster has no effect.
 */
final class JobRules {

  private JobRules() {}

  static void check(Fields job) {
    job.ignore("metadata");
    Fields spec = job.child("spec");
    spec.number("backoffLimit");
    spec.number("activeDeadlineSeconds");
    spec.ignore("ttlSecondsAfterFinished");
    once(spec, "completions");
    once(spec, "parallelism");
    spec.refuse("suspend");
    spec.refuse("completionMode");
    spec.refuse("podFailurePolicy");
    Fields template = spec.child("template");
    template.ignore("metadata");
    pod(template.child("spec"));
    template.end();
    spec.end();
    job.end();
  }

  private static void once(Fields spec, String name) {
    Long times = spec.number(name);
    if (times != null && times != 1) {
      spec.problem(name, "is not executed by this engine, but for 1");
    }
  }

  private static void pod(Fields pod) {
    pod.ignore(
        "restartPolicy",
        "serviceAccountName",
        "securityContext",
        "nodeSelector",
        "tolerations",
        "affinity",
        "imagePullSecrets");
    pod.number("terminationGracePeriodSeconds");
    pod.refuse("initContainers");
    pod.refuse("volumes");
    if (pod.list("containers", JobRules::container).size() != 1) {
      pod.problem("containers", "must be exactly one");
    }
    pod.end();
  }

  private static boolean container(Fields container) {
    container.ignore("name", "image", "imagePullPolicy", "resources", "securityContext");
    if (container.texts("command").isEmpty()) {
      container.problem("command", "is missing: it is run on this machine, the image is not");
    }
    container.texts("args");
    container.list("env", JobRules::variable);
    container.list("envFrom", JobRules::variables);
    container.refuse("workingDir");
    container.refuse("volumeMounts");
    container.end();
    return true;
  }

  private static boolean variable(Fields variable) {
    variable.text("name");
    variable.text("value");
    variable.refuse("valueFrom");
    variable.end();
    return true;
  }

  private static boolean variables(Fields source) {
    for (String kind : new String[] {"configMapRef", "secretRef"}) {
      Fields reference = source.child(kind);
      reference.text("name");
      reference.end();
    }
    source.end();
    return true;
  }
}
