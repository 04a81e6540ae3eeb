package com.alexandrite.rollouts.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the engine's workload reads of a container.
 *
 * @param image {@code alexandrite/shop:7}
 * @param env literal environment variables, in the manifest's order
 * @param configMaps names whose keys become environment variables
 * @param secrets the same from Secrets
 * @param ports number by name
 * @param readinessProbe null = ready as soon as it runs
 */
public record Container(
    String name,
    String image,
    Map<String, String> env,
    List<String> configMaps,
    List<String> secrets,
    Map<String, Integer> ports,
    @Nullable HttpProbe readinessProbe) {

  /**
   * GET {@code path} on {@code port} answers 2xx.
   *
   * @param port name of a container port, or its number as text
   */
  public record HttpProbe(
      String path,
      String port,
      int initialDelaySeconds,
      int periodSeconds,
      int timeoutSeconds,
      int failureThreshold) {}

  static Container of(Map<String, Object> data) {
    return new Container(
        Data.text(data.get("name")),
        Data.text(data.get("image")),
        environment(data),
        references(data, "configMapRef"),
        references(data, "secretRef"),
        ports(data),
        probe(data.get("readinessProbe")));
  }

  private static Map<String, String> environment(Map<String, Object> data) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Object entry : Data.list(data.get("env"))) {
      Map<String, Object> variable = Data.map(entry);
      variables.put(Data.text(variable.get("name")), Data.text(variable.get("value")));
    }
    return variables;
  }

  private static List<String> references(Map<String, Object> data, String kind) {
    return Data.list(data.get("envFrom")).stream()
        .map(Data::map)
        .filter(source -> source.containsKey(kind))
        .map(source -> Data.text(Data.map(source.get(kind)).get("name")))
        .toList();
  }

  private static Map<String, Integer> ports(Map<String, Object> data) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    for (Object entry : Data.list(data.get("ports"))) {
      Map<String, Object> port = Data.map(entry);
      int number = Data.integer(port.get("containerPort"), 0);
      Object name = port.get("name");
      ports.put(name == null ? Integer.toString(number) : Data.text(name), number);
    }
    return ports;
  }

  private static @Nullable HttpProbe probe(@Nullable Object value) {
    Map<String, Object> probe = Data.map(value);
    Map<String, Object> get = Data.map(probe.get("httpGet"));
    if (get.isEmpty()) {
      return null;
    }
    return new HttpProbe(
        Data.text(get.getOrDefault("path", "/")),
        Data.text(get.get("port")),
        Data.integer(probe.get("initialDelaySeconds"), 0),
        Data.integer(probe.get("periodSeconds"), 10),
        Data.integer(probe.get("timeoutSeconds"), 1),
        Data.integer(probe.get("failureThreshold"), 3));
  }
}
