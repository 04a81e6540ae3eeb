package com.alexandrite.rollouts.engine.validation;

/** The types of a pod template's fields that people write most; others are left to Kubernetes. */
final class PodTypes {

  static final String DECLARED =
      """
      PodTemplate
        metadata: ObjectMeta
        spec: Pod
      Pod
        containers initContainers ephemeralContainers: Container[]
        volumes: Volume[]
        restartPolicy dnsPolicy nodeName serviceAccountName serviceAccount hostname: text
        subdomain schedulerName priorityClassName runtimeClassName preemptionPolicy: text
        terminationGracePeriodSeconds activeDeadlineSeconds priority: int
        nodeSelector: text{}
        hostNetwork hostPID hostIPC shareProcessNamespace enableServiceLinks: flag
        automountServiceAccountToken: flag
        imagePullSecrets: Named[]
        tolerations: Toleration[]
      Toleration
        key operator value effect: text
        tolerationSeconds: int
      Volume
        name: text
        configMap secret emptyDir hostPath persistentVolumeClaim projected downwardAPI: any
      Container
        name image workingDir imagePullPolicy terminationMessagePath: text
        terminationMessagePolicy restartPolicy: text
        command args: text[]
        ports: ContainerPort[]
        env: Variable[]
        envFrom: EnvironmentSource[]
        resources: Resources
        volumeMounts: Mount[]
        livenessProbe readinessProbe startupProbe: Probe
        stdin stdinOnce tty: flag
        securityContext: Security
      ContainerPort
        name protocol hostIP: text
        containerPort hostPort: int
      Variable
        name value: text
        valueFrom: any
      EnvironmentSource
        prefix: text
        configMapRef secretRef: Source
      Source
        name: text
        optional: flag
      Resources
        limits requests: quantity{}
      Mount
        name mountPath subPath: text
        readOnly: flag
      Probe
        httpGet: HttpGet
        tcpSocket: TcpSocket
        exec: Exec
        initialDelaySeconds timeoutSeconds periodSeconds successThreshold failureThreshold: int
      HttpGet
        path host scheme: text
        port: size
      TcpSocket
        host: text
        port: size
      Exec
        command: text[]
      Security
        privileged readOnlyRootFilesystem runAsNonRoot allowPrivilegeEscalation: flag
        runAsUser runAsGroup: int
      """;

  private PodTypes() {}
}
