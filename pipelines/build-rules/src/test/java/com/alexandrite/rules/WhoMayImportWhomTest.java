package com.alexandrite.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may import whom: left may use right and itself, nothing else of the project. A package ending
 * in {@value #ALONE} is meant without the packages below it.
 */
class WhoMayImportWhomTest {
  private static final String PROJECT = "com.alexandrite.";
  private static final String ALONE = ".*";
  private static final String FLAGS = "flags" + ALONE;

  /** Package of a module below {@value #PROJECT}, and the packages of other modules it may use. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("messages", Set.of()),
              Map.entry(FLAGS, Set.of()),
              Map.entry("flags.catalogue", Set.of(FLAGS)),
              Map.entry("flags.definitions", Set.of(FLAGS)),
              Map.entry("flags.togglz", Set.of(FLAGS)),
              Map.entry("flags.flagsmith", Set.of(FLAGS)),
              Map.entry("flags.testing", Set.of(FLAGS)),
              Map.entry("flags.removal", Set.of(FLAGS)),
              Map.entry("flags.server", Set.of(FLAGS, "flags.catalogue", "flags.definitions")),
              Map.entry("kit", Set.of(FLAGS)),
              Map.entry("orderlife", Set.of("kit", "messages")),
              Map.entry("shop", Set.of("kit", "messages", "orderlife", FLAGS, "flags.catalogue")),
              Map.entry("crm", Set.of("kit", "messages", "orderlife", FLAGS, "flags.catalogue")),
              Map.entry("mes", Set.of("kit", "messages", "orderlife", FLAGS, "flags.catalogue")),
              Map.entry("pricing", Set.of("kit", "messages", FLAGS, "flags.catalogue")),
              Map.entry("rollouts.engine", Set.of()),
              Map.entry("rollouts.kubernetes", Set.of("rollouts.engine")),
              Map.entry("rollouts.conformance", Set.of("rollouts.engine", "rollouts.local")),
              Map.entry("rollouts.local", Set.of("rollouts.engine", "environment")),
              Map.entry("environment", Set.of()),
              Map.entry("preview", Set.of("environment")),
              Map.entry(
                  "console",
                  Set.of(
                      "rollouts.engine",
                      "rollouts.kubernetes",
                      "rollouts.local",
                      "environment",
                      "preview",
                      FLAGS,
                      "flags.server",
                      "kit.live",
                      "kit.look",
                      "kit.problem")),
              Map.entry("perf", Set.of("flags", "environment", "rollouts.engine")),
              Map.entry(
                  "cli",
                  Set.of(
                      "environment",
                      FLAGS,
                      "flags.definitions",
                      "flags.removal",
                      "messages",
                      "pricing",
                      "rollouts.conformance",
                      "rollouts.engine",
                      "rollouts.local"))));

  private static final JavaClasses CLASSES = Checkout.mainClasses();

  @TestFactory
  Stream<DynamicTest> eachModuleUsesOnlyWhatItMay() {
    return MAY_IMPORT.entrySet().stream()
        .map(module ->
            dynamicTest(
                module.getKey() + " -> " + module.getValue(),
                () ->
                    assertThat(violations(CLASSES, module.getKey(), module.getValue())).isEmpty()));
  }

  @Test
  void everyClassOfTheProjectBelongsToAModuleWithARule() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
        .isNotEmpty()
        .allMatch(name -> MAY_IMPORT.keySet().stream().anyMatch(module -> isIn(name, module)));
  }

  @Test
  void theRuleSeesAForbiddenImport() {
    assertThat(violations(CLASSES, "cli", Set.of()))
        .as("the command line uses other modules; a rule without them must say so")
        .isNotEmpty();
  }

  private static List<String> violations(JavaClasses classes, String module, Set<String> allowed) {
    return classes.stream()
        .filter(type -> isIn(type.getPackageName(), module))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(use -> use.getTargetClass().getPackageName().startsWith(PROJECT))
        .filter(use -> !isIn(use.getTargetClass().getPackageName(), module))
        .filter(use ->
            allowed.stream().noneMatch(other -> isIn(use.getTargetClass().getPackageName(), other)))
        .map(Dependency::getDescription)
        .sorted()
        .toList();
  }

  private static boolean isIn(String packageName, String module) {
    if (module.endsWith(ALONE)) {
      return packageName.equals(PROJECT + module.substring(0, module.length() - ALONE.length()));
    }
    return (packageName + ".").startsWith(PROJECT + module + ".");
  }
}
