package com.alexandrite.cli.platform;

import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** A home of which only the edge is there: a server of the test's own. */
public final class HomeBehindEdge {

  /** What the console knows its callers by. */
  public static final String TOKEN = "t0ken";

  private HomeBehindEdge() {}

  /** Writes down what commands read of a home. */
  public static Installation at(Path home, int edgePort) throws IOException {
    Map<String, Integer> ports = new TreeMap<>();
    Ports.NAMES.forEach(name -> ports.put(name, 1));
    ports.put("edge", edgePort);
    Files.createDirectories(home.resolve("secrets"));
    Files.writeString(home.resolve("secrets/console-token"), TOKEN);
    Files.writeString(home.resolve("ports.json"), JsonMapper.shared().writeValueAsString(ports));
    return new Installation(home, new Home(home));
  }
}
