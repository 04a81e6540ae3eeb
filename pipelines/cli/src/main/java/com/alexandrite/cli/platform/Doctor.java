package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.local.SystemPackages;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: looks at everything that may keep the platform from running. */
@Command(
    name = "doctor",
    description = "Look for what keeps the platform from running.",
    mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {

  private static final long NEEDED_MEMORY_MB = 4000;

  @Mixin private final Terminal terminal = new Terminal();

  /** The fields of {@code doctor --json}. */
  record Report(boolean healthy, List<Finding> checks) {}

  /** One thing looked at; what to do is empty when it is fine. */
  record Finding(String check, boolean ok, String message, String nextStep) {

    static Finding fine(String check, String message) {
      return new Finding(check, true, message, "");
    }

    static Finding bad(String check, String message, String nextStep) {
      return new Finding(check, false, message, nextStep);
    }
  }

  @Override
  public Integer call() throws IOException {
    var platform = Platform.of(Installation.current());
    List<Finding> findings = new ArrayList<>();
    findings.add(jdk());
    findings.add(packages());
    findings.add(disk(platform));
    findings.add(memory());
    findings.add(ports(platform));
    findings.add(leftovers(platform));
    findings.add(processes(platform));
    boolean healthy = findings.stream().allMatch(Finding::ok);
    findings.forEach(this::print);
    terminal.result(new Report(healthy, findings));
    return healthy ? 0 : 1;
  }

  private void print(Finding finding) {
    String mark = finding.ok() ? terminal.good("✓") : terminal.bad("✗");
    terminal.say("%s %-10s %s".formatted(mark, finding.check(), finding.message()));
    if (!finding.ok()) {
      terminal.say("             Next: " + finding.nextStep());
    }
  }

  private static Finding jdk() {
    String version = System.getProperty("java.version") + " in " + System.getProperty("java.home");
    boolean compiles =
        java.nio.file.Files.exists(Path.of(System.getProperty("java.home"), "bin/javac"));
    return Runtime.version().feature() >= 25 && compiles
        ? Finding.fine("JDK", version)
        : Finding.bad("JDK", version + " is no JDK 25", "install one and set JAVA_HOME");
  }

  private static Finding packages() {
    List<String> missing = SystemPackages.missing(System.getenv());
    return missing.isEmpty()
        ? Finding.fine("packages", "all there")
        : Finding.bad(
            "packages",
            "not installed: " + String.join(", ", missing),
            "./alexandrite up installs them, or: sudo apt-get install "
                + String.join(" ", missing));
  }

  private static Finding disk(Platform platform) {
    Path home = platform.installation().home().path();
    long free = home.toFile().getUsableSpace();
    return free >= Preconditions.NEEDED_BYTES
        ? Finding.fine("disk", (free >> 30) + " GB free at " + home)
        : Finding.bad(
            "disk",
            (free >> 20) + " MB free at " + home,
            "make room, or set ALEXANDRITE_HOME to a folder on another disk");
  }

  private static Finding memory() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = system.getTotalMemorySize() >> 20;
    return total >= NEEDED_MEMORY_MB
        ? Finding.fine("memory", total + " MB")
        : Finding.bad(
            "memory",
            total + " MB, the platform takes about " + NEEDED_MEMORY_MB,
            "close other programs, or use a larger machine");
  }

  private static Finding ports(Platform platform) {
    var taken = new PortCheck(platform).taken();
    return taken.isEmpty()
        ? Finding.fine("ports", platform.ports().asMap().size() + " chosen, none taken by others")
        : Finding.bad(
            "ports",
            "taken by others: " + taken,
            "end those processes, or delete ports.json in the home and run up again");
  }

  private static Finding leftovers(Platform platform) {
    boolean supervised = platform.supervisor().running().isPresent();
    boolean wanted = !platform.host().wanted().isEmpty();
    return supervised || !wanted
        ? Finding.fine("supervisor", supervised ? "runs" : "not running, nothing wanted")
        : Finding.bad(
            "supervisor",
            "processes are wanted, but no supervisor runs: an earlier run was cut short",
            "./alexandrite up takes them over, ./alexandrite down ends them");
  }

  private static Finding processes(Platform platform) {
    List<String> ill =
        platform.host().observe().values().stream()
            .filter(state -> !state.ready())
            .map(state -> state.name() + " (" + state.phase() + " " + state.message() + ")")
            .toList();
    return ill.isEmpty()
        ? Finding.fine("processes", platform.host().observe().size() + " running, all ready")
        : Finding.bad("processes", String.join(", ", ill), "./alexandrite logs NAME");
  }
}
