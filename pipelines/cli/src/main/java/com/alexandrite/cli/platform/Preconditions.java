package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.local.ReplacingAddress;
import com.alexandrite.environment.local.SystemPackages;
import java.io.IOException;
import java.util.List;

/** What must be so before anything is started. */
record Preconditions(Installation installation, Terminal terminal) {

  static final long NEEDED_BYTES = 2L << 30;

  void ensure() throws IOException, InterruptedException {
    ensureSpace();
    ensureAddresses();
    ensurePackages();
  }

  private void ensureSpace() throws IOException {
    long free = installation.home().create().path().toFile().getUsableSpace();
    if (free < NEEDED_BYTES) {
      throw new CommandFailed(
          "only %d MB are free on the disk of %s, the platform needs %d MB"
              .formatted(free >> 20, installation.home().path(), NEEDED_BYTES >> 20),
          "make room there, or set ALEXANDRITE_HOME to a folder on another disk");
    }
  }

  private static void ensureAddresses() {
    List<String> complaints = ReplacingAddress.complaints(System.getenv());
    if (!complaints.isEmpty()) {
      throw new CommandFailed(
          String.join("; ", complaints),
          "correct it, or unset it to have the server run here; nothing was changed");
    }
  }

  private void ensurePackages() throws IOException, InterruptedException {
    List<String> missing = SystemPackages.missing(System.getenv());
    if (!missing.isEmpty()) {
      terminal.progress("install", "apt installs " + String.join(", ", missing));
      new Apt(installation.home().resolve("logs/apt.log"), terminal).install(missing);
    }
  }
}
