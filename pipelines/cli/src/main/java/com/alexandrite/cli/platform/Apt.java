package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.local.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Installs Debian packages, without letting any of them start a system-wide service. */
record Apt(Path log, Terminal terminal) {

  /** Two files keep the packages from starting servers of their own; both are gone afterwards. */
  private static final String SCRIPT =
      """
      set -e
      export DEBIAN_FRONTEND=noninteractive
      policy=/usr/sbin/policy-rc.d
      cluster=/etc/postgresql-common/createcluster.d/alexandrite.conf
      trap 'rm -f "$cluster"; [ -z "$ours" ] || rm -f "$policy"' EXIT
      ours=
      if [ ! -e "$policy" ]; then
        ours=yes
        printf '#!/bin/sh\\nexit 101\\n' > "$policy"
        chmod 755 "$policy"
      fi
      mkdir -p "${cluster%/*}"
      echo 'create_main_cluster = false' > "$cluster"
      apt-get update -q
      apt-get install -y -q --no-install-recommends "$@"
      """;

  void install(List<String> packages) throws IOException, InterruptedException {
    String byHand = "sudo apt-get install --no-install-recommends " + String.join(" ", packages);
    if (Programs.find("apt-get").isEmpty()) {
      throw new CommandFailed(
          "missing: " + String.join(", ", packages) + ", and this system has no apt",
          "install them with the system's own package tool, or set ALEXANDRITE_POSTGRES_URL and"
              + " the like to servers elsewhere");
    }
    if (!isRoot() && Programs.find("sudo").isEmpty()) {
      throw new CommandFailed(
          "missing: " + String.join(", ", packages) + "; installing needs root or sudo",
          "ask an administrator for: " + byHand);
    }
    run(packages, byHand);
  }

  private void run(List<String> packages, String byHand) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(isRoot() ? List.of() : List.of("sudo"));
    command.addAll(List.of("/bin/sh", "-c", SCRIPT, "apt"));
    command.addAll(packages);
    Files.createDirectories(log.getParent());
    Process apt =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.INHERIT)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (Patience.await(apt, "install", "apt is at work", terminal) != 0) {
      throw new CommandFailed(
          "apt could not install " + String.join(", ", packages) + "\n" + LogTail.of(log, 6),
          "read " + log + ", or install by hand: " + byHand);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
