package com.alexandrite.environment.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Which programs the runtime needs, and the package of Debian that brings each. */
public final class SystemPackages {

  private SystemPackages() {}

  private static Map<String, Supplier<Optional<?>>> programs(Map<String, String> environment) {
    Map<String, Supplier<Optional<?>>> programs = new LinkedHashMap<>();
    // psql administers a replaced PostgreSQL, too.
    programs.put(
        environment.containsKey("ALEXANDRITE_POSTGRES_URL") ? "postgresql-client" : "postgresql",
        () ->
            Programs.findPostgres(
                environment.containsKey("ALEXANDRITE_POSTGRES_URL") ? "psql" : "postgres"));
    programs.put("rabbitmq-server", () -> Programs.findRabbit("rabbitmq-server"));
    programs.put("redis-server", () -> Programs.find("redis-server"));
    programs.put("haproxy", () -> Programs.find("haproxy"));
    programs.put("prometheus", () -> Programs.find("prometheus"));
    programs.put("git", () -> Programs.find("git"));
    return programs;
  }

  /**
   * Packages that are not installed and needed.
   *
   * @param environment where addresses may replace own servers
   */
  public static List<String> missing(Map<String, String> environment) {
    return programs(environment).entrySet().stream()
        .filter(entry -> !replaced(entry.getKey(), environment))
        .filter(entry -> entry.getValue().get().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean replaced(String name, Map<String, String> environment) {
    String server =
        switch (name) {
          case "rabbitmq-server" -> "RABBITMQ";
          case "redis-server" -> "REDIS";
          case "prometheus" -> "PROMETHEUS";
          default -> "";
        };
    return !server.isEmpty() && environment.containsKey("ALEXANDRITE_" + server + "_URL");
  }
}
