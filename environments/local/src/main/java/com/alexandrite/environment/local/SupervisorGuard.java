package com.alexandrite.environment.local;

import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.environment.process.SupervisorDaemon;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A tiny process that starts the supervisor again when that was killed; the supervisor in turn
 * starts the guard again. Only who kills both in the same second stops the repairs.
 */
public final class SupervisorGuard {

  /** Its process name. */
  public static final String NAME = "supervisor-guard";

  private final Home home;
  private final SupervisorDaemon daemon;

  /** The guard of this home's supervisor. */
  public SupervisorGuard(Home home) {
    this.home = home;
    this.daemon = new SupervisorDaemon(home.path());
  }

  /** The process to run. */
  public ProcessSpec spec(String classPath) throws IOException {
    home.write("processes/guard.sh", script(classPath));
    return new ProcessSpec(
        NAME,
        ProcessKind.PLATFORM,
        List.of("/bin/sh", home.resolve("processes/guard.sh").toString()),
        Configurations.stamp(home, "processes/guard.sh"),
        home.path(),
        Probes.command("/bin/true"),
        Duration.ofSeconds(2),
        Map.of(),
        null,
        null);
  }

  /**
   * Without the mark of the home: the supervisor is not one of its own processes. It ends when its
   * home is gone, lest a new supervisor makes another.
   */
  private String script(String classPath) {
    return """
    while sleep 1 && [ -e processes/guard.sh ]; do
      pid=$(sed -n 's/.*"pid":\\([0-9]*\\).*/\\1/p' processes/supervisor.json)
      if ! grep -qs com.alexandrite.environment.process.Supervisor "/proc/$pid/cmdline"; then
        env -u ALEXANDRITE_SUPERVISED setsid %s >>logs/supervisor.log 2>&1 </dev/null &
        sleep 2
      fi
    done
    """
        .formatted(
            String.join(
                " ",
                daemon.javaCommand(classPath).stream().map(word -> "'" + word + "'").toList()));
  }
}
