package com.alexandrite.rollouts.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the client library has to know, from what people say. */
final class ClusterConfig {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int REQUEST_MILLIS = 15_000;

  /** Somebody waits for the answer: two further tries, then it is told. */
  private static final int RETRIES = 2;

  private ClusterConfig() {}

  static Config of(ClusterAddress address) {
    return bounded(read(address));
  }

  private static Config read(ClusterAddress address) {
    Path file = address.kubeconfig();
    if (file == null) {
      return Config.autoConfigure(address.context());
    }
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("kubeconfig " + file + " can not be read");
    }
    Config config = Config.fromKubeconfig(file.toFile());
    String context = address.context();
    return context == null ? config : inContext(file, context);
  }

  private static Config inContext(Path file, String context) {
    try {
      Config config = Config.fromKubeconfig(context, file.toFile());
      if (config.getCurrentContext() == null
          || !context.equals(config.getCurrentContext().getName())) {
        throw new IllegalArgumentException("kubeconfig " + file + " has no context " + context);
      }
      return config;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("kubeconfig " + file + " has no context " + context, e);
    }
  }

  static Config bounded(Config config) {
    return new ConfigBuilder(config)
        .withConnectionTimeout(CONNECT_MILLIS)
        .withRequestTimeout(REQUEST_MILLIS)
        .withRequestRetryBackoffLimit(RETRIES)
        .build();
  }

  static List<String> namespaces(ClusterAddress address, Config config) {
    if (!address.namespaces().isEmpty()) {
      return address.namespaces().contains(ClusterAddress.ALL)
          ? List.of(ClusterAddress.ALL)
          : address.namespaces().stream().distinct().toList();
    }
    String own = config.getNamespace();
    return List.of(own == null || own.isEmpty() ? "default" : own);
  }
}
