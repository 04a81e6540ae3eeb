package com.alexandrite.environment.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Small specifications for tests. */
final class Specs {

  private Specs() {}

  static ProcessSpec of(String name, Path directory, Probe probe, String... command) {
    return new ProcessSpec(
        name,
        ProcessKind.SERVICE,
        List.of(command),
        Map.of(),
        directory,
        probe,
        Duration.ofSeconds(3),
        Map.of(),
        null,
        null);
  }

  static Probe.Command always(String... command) {
    return new Probe.Command(List.of(command), Duration.ofMillis(200), Duration.ofSeconds(2), 2);
  }
}
