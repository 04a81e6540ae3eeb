package com.alexandrite.environment.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ports of one home, chosen once and kept in {@code ports.json}: a block of neighbours, and
 * 8080 for the edge when it is free. Two homes choose different blocks even while one of them is
 * stopped, since each begins its search at a place of its own.
 */
public final class Ports {

  /** Every port that is needed, by name. */
  public static final List<String> NAMES =
      List.of(
          "edge",
          "haproxy-metrics",
          "postgres",
          "rabbitmq",
          "rabbitmq-distribution",
          "rabbitmq-epmd",
          "rabbitmq-management",
          "rabbitmq-metrics",
          "redis",
          "s3",
          "prometheus",
          "console",
          "console-management");

  private static final int PREFERRED_EDGE = 8080;
  // Below the ports that the kernel hands out by itself (32768 and up).
  private static final int LOWEST = 20_000;
  private static final int BLOCK = 40;
  private static final int BLOCKS = 300;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, Integer> byName;

  private Ports(Map<String, Integer> byName) {
    this.byName = Map.copyOf(byName);
  }

  /**
   * The ports of this home; chosen now when it has none yet.
   *
   * @param preferKnownEdge whether 8080 is wanted for the edge
   */
  public static Ports of(Home home, boolean preferKnownEdge) throws IOException {
    Path file = home.resolve("ports.json");
    Map<String, Integer> known = Files.exists(file) ? read(file) : Map.of();
    if (!known.keySet().containsAll(NAMES)) {
      Map<String, Integer> chosen = choose(home, preferKnownEdge);
      chosen.putAll(known);
      home.write("ports.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(chosen));
      return new Ports(chosen);
    }
    return new Ports(known);
  }

  /** The port of this name. */
  public int get(String name) {
    Integer port = byName.get(name);
    if (port == null) {
      throw new IllegalArgumentException("no port is called " + name);
    }
    return port;
  }

  /** All of them. */
  public Map<String, Integer> asMap() {
    return byName;
  }

  /** Whether a server could listen there now. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static Map<String, Integer> choose(Home home, boolean preferKnownEdge) {
    int base = freeBlock(home);
    Map<String, Integer> chosen = new LinkedHashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      chosen.put(NAMES.get(i), base + i);
    }
    if (preferKnownEdge && isFree(PREFERRED_EDGE)) {
      chosen.put("edge", PREFERRED_EDGE);
    }
    return chosen;
  }

  private static int freeBlock(Home home) {
    int start = Math.floorMod(home.path().toString().hashCode(), BLOCKS);
    return IntStream.range(0, BLOCKS)
        .map(i -> LOWEST + (start + i) % BLOCKS * BLOCK)
        .filter(base -> IntStream.range(base, base + BLOCK).allMatch(Ports::isFree))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no " + BLOCK + " free neighbouring ports are left"));
  }

  private static Map<String, Integer> read(Path file) {
    Map<String, Integer> known =
        JSON.readValue(file.toFile(), new TypeReference<Map<String, Integer>>() {});
    // A home of an earlier version may name more.
    known.keySet().retainAll(NAMES);
    return known;
  }
}
