package com.alexandrite.cli.verify;

import com.alexandrite.cli.verify.TestResult.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that has to hold before a change is merged: all checks and tests of all modules, then
 * the scenarios on a platform that is brought up for them on its own ports, in its own home, and
 * taken down again.
 */
public final class TestRun {
  private static final String SCENARIOS = "e2e-tests";
  // Tests wait for servers more than they compute: one module's waiting is another's time.
  private static final String MODULES_AT_ONCE = "3";
  // Test-sized pauses and analysis intervals of the same manifests.
  private static final String INTERVAL_SCALE = "0.4";

  private final Path checkout;
  private final Path folder;
  private final Consumer<String> progress;
  private final InstantSource clock;
  private final List<Failure> broken = new ArrayList<>();

  /**
   * @param checkout the project's folder
   * @param progress told in short what happens
   */
  public TestRun(Path checkout, Consumer<String> progress, InstantSource clock) {
    this.checkout = checkout;
    this.folder = checkout.resolve(".alexandrite/test");
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Runs what is wanted, to the end: a failed stage does not hide what the others would tell.
   *
   * @throws IOException when logs or reports cannot be written or read
   */
  public TestResult run(TestRequest request) throws IOException, InterruptedException {
    Instant start = clock.instant();
    Files.createDirectories(folder);
    List<Path> modules = Modules.of(checkout);
    TestReports.forget(modules);
    progress.accept("random order: seed " + request.seed());

    Selection selection = Selection.of(request, modules, checkout);
    if (selection.everything()) {
      // A release compiles without the checks; left there, its classes would pass as checked ones.
      Modules.forgetClasses(modules);
    }
    if (selection.inModules()) {
      runStage(checks(request, selection));
      runQuietly(alexandrite("test-servers-end", servers(), "down", "--erase"));
    }
    if (selection.inScenarios()) {
      playScenarios(request, selection);
    }
    return sum(request, TestReports.in(modules), Duration.between(start, clock.instant()));
  }

  private void playScenarios(TestRequest request, Selection selection)
      throws IOException, InterruptedException {
    Path home = folder.resolve("home");
    runQuietly(alexandrite("clean-up", home, "down", "--erase"));
    try {
      if (runStage(alexandrite("platform", home, "up"))) {
        runStage(scenarios(request, selection));
      }
    } finally {
      runQuietly(alexandrite("end", home, "down"));
    }
  }

  private Stage checks(TestRequest request, Selection selection) {
    List<String> command = maven(request, selection);
    command.addAll(selection.mavenModules());
    command.addAll(List.of("-T", MODULES_AT_ONCE, "--fail-at-end", "verify"));
    Map<String, String> environment = environment(folder.resolve("home"));
    environment.put("ALEXANDRITE_TEST_HOME", servers().toString());
    return new Stage("checks", command, environment, MavenNews::of);
  }

  private Stage scenarios(TestRequest request, Selection selection) {
    List<String> command = maven(request, selection);
    command.addAll(List.of("-pl", SCENARIOS, "verify"));
    if (!request.faults() && request.only() == null) {
      command.add("-DexcludedGroups=faults");
    }
    Map<String, String> environment = environment(folder.resolve("home"));
    environment.put("ALEXANDRITE_E2E_HOME", folder.resolve("home").toString());
    return new Stage("scenarios", command, environment, MavenNews::of);
  }

  private Stage alexandrite(String name, Path home, String... arguments) {
    List<String> command = new ArrayList<>(List.of(checkout.resolve("alexandrite").toString()));
    command.addAll(List.of(arguments));
    return new Stage(
        name, command, environment(home), line -> Optional.of(line).filter(s -> !s.isBlank()));
  }

  private List<String> maven(TestRequest request, Selection selection) {
    List<String> command =
        new ArrayList<>(
            List.of(checkout.resolve("mvnw").toString(), "-B", "--no-transfer-progress"));
    command.add("-Djunit.jupiter.execution.order.random.seed=" + request.seed());
    command.addAll(selection.tests());
    return command;
  }

  private static Map<String, String> environment(Path home) {
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("ALEXANDRITE_HOME", home.toString());
    environment.put("ALEXANDRITE_INTERVAL_SCALE", INTERVAL_SCALE);
    return environment;
  }

  /** The servers that the modules' integration tests share, a space for each test class. */
  private Path servers() {
    return folder.resolve("servers");
  }

  private boolean runStage(Stage stage) throws IOException, InterruptedException {
    Instant start = clock.instant();
    progress.accept(stage.name() + ": begins");
    Path log = folder.resolve(stage.name() + ".log");
    int exitCode = stage.run(checkout, log, progress);
    long seconds = Duration.between(start, clock.instant()).toSeconds();
    progress.accept(
        stage.name() + ": " + (exitCode == 0 ? "done" : "FAILED") + " after " + seconds + " s");
    if (exitCode != 0) {
      broken.add(new Failure("stage " + stage.name(), "exit code " + exitCode, log.toString()));
    }
    return exitCode == 0;
  }

  private void runQuietly(Stage stage) throws IOException, InterruptedException {
    stage.run(checkout, folder.resolve(stage.name() + ".log"), _ -> {});
  }

  private TestResult sum(TestRequest request, TestReports reports, Duration took) {
    List<Failure> failures = new ArrayList<>(reports.failures());
    if (failures.isEmpty()) {
      // A stage that broke without a failed test, as a compiler's error does. With failed tests it
      // only repeats them.
      failures.addAll(broken);
    }
    return new TestResult(
        reports.passed(),
        failures.size(),
        reports.skipped(),
        failures,
        request.seed(),
        took.toMillis() / 1000.0,
        folder.toString());
  }
}
