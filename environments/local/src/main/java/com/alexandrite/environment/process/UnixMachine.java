package com.alexandrite.environment.process;

import com.alexandrite.environment.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts processes with files as their output, so that they outlive whoever started them. */
final class UnixMachine implements Machine {

  private static final Logger log = LoggerFactory.getLogger(UnixMachine.class);

  /**
   * Marks every process of a home, and by inheritance all its descendants, in /proc/PID/environ.
   */
  static final String MARK = "ALEXANDRITE_SUPERVISED";

  private final Path home;
  private final Path logs;
  private final Path temporary;
  private final Map<Long, Process> children = new HashMap<>();

  UnixMachine(Path home) {
    this.home = home;
    this.logs = home.resolve("logs");
    this.temporary = home.resolve("tmp");
  }

  @Override
  public ProcessIdentity start(ProcessSpec spec) throws IOException {
    Path program = Path.of(spec.command().getFirst());
    if (!Files.isExecutable(program)) {
      throw new IOException("cannot run " + program + ": no such program");
    }
    if (!Files.isDirectory(spec.directory())) {
      throw new IOException("its working folder " + spec.directory() + " is not there");
    }
    Process process = builder(spec).start();
    children.put(process.pid(), process);
    // A process that ended in this very moment has no ticks any more and counts as dead.
    return ProcessIdentity.of(process.pid())
        .orElseGet(() -> new ProcessIdentity(process.pid(), 0, ProcessIdentity.currentBootId()));
  }

  private ProcessBuilder builder(ProcessSpec spec) throws IOException {
    Files.createDirectories(logs);
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(spec.command());
    if (isJvm(spec)) {
      command.add(2, "-Djava.io.tmpdir=" + freshTemporaryFolder(spec));
    }
    var builder =
        new ProcessBuilder(command)
            .directory(spec.directory().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(logs.resolve(spec.name() + ".log").toFile()));
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME", "LANG"));
    environment.putIfAbsent("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    environment.putAll(spec.environment());
    environment.put(MARK, home.toString());
    return builder;
  }

  /**
   * A JVM that is killed deletes none of its temporary files: uploads, models, Tomcat's folders. In
   * a folder of the process they end with it; in the system's they would pile up.
   */
  private Path freshTemporaryFolder(ProcessSpec spec) throws IOException {
    Path folder = temporary.resolve(spec.name());
    Folders.delete(folder);
    return Files.createDirectories(folder);
  }

  private static boolean isJvm(ProcessSpec spec) {
    return Path.of(spec.command().getFirst()).endsWith("java");
  }

  @Override
  public void deleteTemporaryFiles(ProcessSpec spec) {
    try {
      Folders.delete(temporary.resolve(spec.name()));
    } catch (IOException e) {
      log.warn("The temporary files of {} are deleted before its next start: {}", spec.name(), e);
    }
  }

  @Override
  public boolean isAlive(ProcessIdentity process) {
    return process.isAlive();
  }

  @Override
  public void signal(ProcessIdentity process, String signal) {
    if (process.isAlive()) {
      kill(signal, Long.toString(process.pid()));
    }
  }

  @Override
  public void killGroup(ProcessIdentity process) {
    if (process.bootId().equals(ProcessIdentity.currentBootId())) {
      kill("KILL", "-" + process.pid());
    }
  }

  @Override
  public String describeEnd(ProcessIdentity process) {
    Process child = children.remove(process.pid());
    if (child == null || child.isAlive()) {
      return "ended";
    }
    int code = child.exitValue();
    return code > 128 ? "ended by signal " + (code - 128) : "ended with exit code " + code;
  }

  private static void kill(String signal, String target) {
    try {
      // The shell's own kill: no package has to be there for it, and -- lets a group be named.
      new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " -- " + target)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
