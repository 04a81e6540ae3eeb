package com.alexandrite.environment.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts and ends the supervisor of a home from outside. */
public final class SupervisorDaemon {

  static final String NAME = "supervisor";
  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final Path home;

  /** The supervisor of this home folder. */
  public SupervisorDaemon(Path home) {
    this.home = home.toAbsolutePath();
  }

  /** The supervisor that runs now. */
  public Optional<ProcessIdentity> running() {
    return Optional.ofNullable(files(home).readAll().get(NAME)).filter(ProcessIdentity::isAlive);
  }

  /**
   * Starts a supervisor unless one runs, and returns when it runs. It outlives the caller.
   *
   * @param classPath jars that stay where they are as long as it runs
   * @throws IOException when it does not start
   */
  public void ensureRunning(String classPath) throws IOException {
    start(javaCommand(classPath));
  }

  /**
   * Starts a supervisor unless one runs, for a home that lives as long as the calling process: when
   * that has ended, the supervisor ends everything and deletes the home. Any supervisor ends
   * everything when somebody else deletes its home.
   */
  public void ensureRunningWhileIAm(String classPath) throws IOException {
    List<String> command = new ArrayList<>(javaCommand(classPath));
    command.addAll(List.of(Supervisor.WHILE, Long.toString(ProcessHandle.current().pid())));
    start(command);
  }

  private void start(List<String> command) throws IOException {
    if (running().isPresent()) {
      return;
    }
    Files.createDirectories(home.resolve("logs"));
    Path log = home.resolve("logs/supervisor.log");
    var builder =
        new ProcessBuilder(inOwnSession(command))
            .directory(home.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
    builder.start();
    if (!Waiting.until(() -> running().isPresent(), START_LIMIT)) {
      throw new IOException("the supervisor does not start, see " + log);
    }
  }

  /** Ends a supervisor of other jars, such as an older build's; a new one adopts its processes. */
  public void stopOtherThan(String classPath) {
    boolean other =
        running()
            .flatMap(process -> ProcessHandle.of(process.pid()))
            .flatMap(process -> process.info().arguments())
            .filter(arguments -> !List.of(arguments).contains(classPath))
            .isPresent();
    if (other) {
      stop();
      Waiting.until(() -> running().isEmpty(), STOP_LIMIT);
    }
  }

  /** Asks the supervisor to end; its processes go on. */
  public void stop() {
    running().flatMap(process -> ProcessHandle.of(process.pid())).ifPresent(ProcessHandle::destroy);
  }

  /** The command line of a supervisor for this home, without {@code setsid}. */
  public List<String> javaCommand(String classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-Xmx48m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-cp",
        classPath,
        Supervisor.class.getName(),
        home.toString());
  }

  private static List<String> inOwnSession(List<String> command) {
    List<String> whole = new ArrayList<>(List.of("setsid"));
    whole.addAll(command);
    return whole;
  }

  static ProcessFiles<ProcessIdentity> files(Path home) {
    return new ProcessFiles<>(home.resolve("processes"), ProcessIdentity.class);
  }
}
