package com.alexandrite.rollouts.local.haproxy;

import com.alexandrite.rollouts.local.rig.RunningHaproxy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real HAProxy for each test, and a server of each arm that can be put behind it. */
abstract class BehindHaproxy {
  static final String SHOP = "be_shop";

  RunningHaproxy haproxy;
  HaproxyRuntime runtime;
  TinyServer stable;
  TinyServer canary;

  @BeforeEach
  void startHaproxy(@TempDir Path folder) throws Exception {
    haproxy = new RunningHaproxy(folder);
    runtime = haproxy.runtime();
    stable = new TinyServer("stable");
    canary = new TinyServer("canary");
  }

  @AfterEach
  void stopHaproxy() throws Exception {
    haproxy.close();
    stable.close();
    canary.close();
  }

  static Endpoint pod(TinyServer server, int weight) {
    return new Endpoint("127.0.0.1", server.port(), server.port(), weight, false);
  }
}
