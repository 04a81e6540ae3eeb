package com.alexandrite.cli.verify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of Maven's output a waiting person wants to see: the module at work, and each finished test
 * class.
 */
final class MavenNews {
  private static final Pattern MODULE =
      Pattern.compile(".*Building (.+?) 1\\.0\\S* +\\[(\\d+/\\d+)]");
  private static final Pattern TESTS =
      Pattern.compile(
          ".*Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), .*Time elapsed: ([\\d.]+ s).* -- in (\\S+)");

  private MavenNews() {}

  static Optional<String> of(String line) {
    Matcher module = MODULE.matcher(line);
    if (module.matches()) {
      return Optional.of("module " + module.group(2) + " " + module.group(1));
    }
    Matcher tests = TESTS.matcher(line);
    return tests.matches() ? Optional.of(tests(tests)) : Optional.empty();
  }

  private static String tests(Matcher tests) {
    int bad = Integer.parseInt(tests.group(2)) + Integer.parseInt(tests.group(3));
    String name = tests.group(5).substring(tests.group(5).lastIndexOf('.') + 1);
    String outcome = bad == 0 ? "passed" : bad + " of them FAILED";
    return "  %s: %s tests %s in %s".formatted(name, tests.group(1), outcome, tests.group(4));
  }
}
