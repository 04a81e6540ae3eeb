package com.alexandrite.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.WaitingTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real daemon with real processes. */
class SupervisorIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path home;
  private FileProcessHost host;
  private SupervisorDaemon daemon;

  @BeforeEach
  void start() throws IOException {
    host = new FileProcessHost(home);
    daemon = new SupervisorDaemon(home);
    supervise();
  }

  @AfterEach
  void stop() {
    host.wanted().keySet().forEach(host::unwant);
    await().until(() -> host.observe().isEmpty());
    daemon.stop();
    await().until(() -> daemon.running().isEmpty());
  }

  @WaitingTest
  void starts_a_wanted_process_and_ends_an_unwanted_one() {
    long pid = run("sleeper", "/bin/sleep", "1000").pid();

    host.unwant("sleeper");

    await().until(() -> host.observe().isEmpty());
    assertThat(ProcessIdentity.of(pid)).isEmpty();
  }

  @WaitingTest
  void starts_a_killed_process_again() {
    ProcessState first = run("sleeper", "/bin/sleep", "1000");

    ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();

    ProcessState second = awaitReady("sleeper", first.pid());
    assertThat(second.restarts()).isEqualTo(1);
  }

  @WaitingTest
  void a_new_supervisor_adopts_what_a_killed_one_left() throws IOException {
    ProcessState before = run("sleeper", "/bin/sleep", "1000");
    kill9(daemon.running().orElseThrow());
    await().until(() -> daemon.running().isEmpty());
    assertThat(ProcessIdentity.of(before.pid())).isPresent();

    supervise();
    await().until(() -> daemon.running().isPresent());
    run("other", "/bin/sleep", "1000");

    ProcessState after = awaitReady("sleeper", 0);
    assertThat(after.pid()).isEqualTo(before.pid());
    assertThat(after.startTicks()).isEqualTo(before.startTicks());
    ProcessHandle.of(after.pid()).orElseThrow().destroyForcibly();
    awaitReady("sleeper", before.pid());
  }

  @WaitingTest
  void a_process_that_died_while_no_supervisor_ran_comes_back() throws IOException {
    ProcessState before = run("sleeper", "/bin/sleep", "1000");
    kill9(daemon.running().orElseThrow());
    ProcessHandle.of(before.pid()).orElseThrow().destroyForcibly();
    await().until(() -> ProcessIdentity.of(before.pid()).isEmpty());

    supervise();

    awaitReady("sleeper", before.pid());
  }

  @WaitingTest
  void the_temporary_files_of_a_jvm_end_with_it() throws IOException {
    Path java = home.resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        touch "${1#-Djava.io.tmpdir=}/of-$$"
        exec sleep 1000
        """);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    ProcessState first = run("shop", java.toString());
    Path folder = home.resolve("tmp/shop");
    await().until(() -> Files.exists(folder.resolve("of-" + first.pid())));

    ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();

    ProcessState second = awaitReady("shop", first.pid());
    await().until(() -> Files.exists(folder.resolve("of-" + second.pid())));
    assertThat(folder.resolve("of-" + first.pid())).doesNotExist();
    host.unwant("shop");
    await().until(() -> host.observe().isEmpty());
    assertThat(folder).doesNotExist();
  }

  @WaitingTest
  void kills_the_whole_group_of_one_that_does_not_listen() throws IOException {
    Path child = home.resolve("child");
    run(
        "deaf",
        "/bin/sh",
        "-c",
        "trap '' TERM; sleep 1000 & echo $! > " + child + "; wait; sleep 1000");
    await().until(() -> Files.exists(child) && !Files.readString(child).isBlank());

    host.unwant("deaf");

    await().atMost(Duration.ofSeconds(15)).until(() -> host.observe().isEmpty());
    long childPid = Long.parseLong(Files.readString(child).strip());
    await().until(() -> ProcessIdentity.of(childPid).isEmpty());
  }

  @WaitingTest
  void a_second_supervisor_leaves_at_once() throws Exception {
    await().until(() -> daemon.running().isPresent());
    Process second =
        new ProcessBuilder(daemon.javaCommand(System.getProperty("java.class.path")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(second.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }

  @WaitingTest
  void output_goes_to_a_log_file() {
    run("talker", "/bin/sh", "-c", "echo hello; exec sleep 1000");

    await()
        .untilAsserted(
            () -> assertThat(home.resolve("logs/talker.log")).content().contains("hello"));
  }

  @WaitingTest
  void a_home_that_is_deleted_ends_its_supervisor_and_what_runs_in_it() {
    ProcessIdentity supervisor = daemon.running().orElseThrow();
    long pid = run("sleeper", "/bin/sleep", "1000").pid();

    delete(home);

    await().atMost(PATIENCE).until(() -> !supervisor.isAlive());
    assertThat(ProcessIdentity.of(pid)).isEmpty();
  }

  @WaitingTest
  void one_that_accompanies_a_process_ends_with_it_and_takes_its_home_along(@TempDir Path other)
      throws IOException {
    Process companion = new ProcessBuilder("/bin/sleep", "1000").start();
    Process supervisor = accompanying(companion, other);
    long pid = run(other, "sleeper", "/bin/sleep", "1000").pid();

    companion.destroyForcibly();

    assertThat(supervisor.onExit()).succeedsWithin(PATIENCE);
    assertThat(ProcessIdentity.of(pid)).isEmpty();
    assertThat(other).doesNotExist();
  }

  @WaitingTest
  void one_that_accompanies_a_process_ends_with_it_also_when_the_home_is_gone(@TempDir Path other)
      throws IOException {
    Process companion = new ProcessBuilder("/bin/sleep", "1000").start();
    Process supervisor = accompanying(companion, other);
    long pid = run(other, "deaf", "/bin/sh", "-c", "trap '' TERM; sleep 1000").pid();

    companion.destroyForcibly();
    delete(other);

    assertThat(supervisor.onExit()).succeedsWithin(PATIENCE);
    assertThat(ProcessIdentity.of(pid)).isEmpty();
    assertThat(other).doesNotExist();
  }

  private static Process accompanying(Process companion, Path home) throws IOException {
    List<String> command =
        new ArrayList<>(
            new SupervisorDaemon(home).javaCommand(System.getProperty("java.class.path")));
    command.addAll(List.of(Supervisor.WHILE, Long.toString(companion.pid())));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** As {@code rm} does it, again until nothing was written meanwhile. */
  private static void delete(Path home) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor() == 0
                && !Files.exists(home));
  }

  /** Ends with this JVM: no supervisor is left behind by a test run that is killed. */
  private void supervise() throws IOException {
    daemon.ensureRunningWhileIAm(System.getProperty("java.class.path"));
  }

  private ProcessState run(String name, String... command) {
    return run(home, name, command);
  }

  private static ProcessState run(Path home, String name, String... command) {
    var host = new FileProcessHost(home);
    host.want(Specs.of(name, home, Specs.always("/bin/true"), command));
    return awaitReady(host, name, 0);
  }

  private ProcessState awaitReady(String name, long otherThanPid) {
    return awaitReady(host, name, otherThanPid);
  }

  private static ProcessState awaitReady(FileProcessHost host, String name, long otherThanPid) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          ProcessState state = host.observe().get(name);
          return state != null && state.ready() && state.pid() != otherThanPid;
        });
    return Objects.requireNonNull(host.observe().get(name));
  }

  private static void kill9(ProcessIdentity process) {
    ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
  }
}
