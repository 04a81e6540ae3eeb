package com.alexandrite.rollouts.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What makes the engine worth trusting: it decides by its inputs alone. */
class EngineIsPureTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.alexandrite.rollouts.engine");

  @Test
  void needsNothingButTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "com.alexandrite.rollouts.engine..",
            "org.slf4j..",
            "org.jspecify..",
            "org.snakeyaml.engine..")
        .because("what is rehearsed must not depend on a framework's mood")
        .check(ENGINE);
  }

  @Test
  void readsYamlInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..engine.manifest..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml.engine..")
        .because("everything else works on plain data")
        .check(ENGINE);
  }

  @Test
  void asksOnlyTheInjectedClock() {
    noClasses()
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.AccessTarget.Predicates.declaredIn(clocks())
                    .and(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                            "now|currentTimeMillis|nanoTime|systemUTC|systemDefaultZone|sleep"))))
        .because("a rollout must be the same on a virtual clock")
        .check(ENGINE);
  }

  @Test
  void touchesNoFileNetworkProcessOrThread() {
    noClasses()
        .should()
        .dependOnClassesThat(outside())
        .because("the world is behind the ports")
        .check(ENGINE);
  }

  private static DescribedPredicate<JavaClass> clocks() {
    return DescribedPredicate.describe(
        "clocks",
        type ->
            type.getPackageName().equals("java.time")
                || type.isEquivalentTo(System.class)
                || type.isEquivalentTo(Thread.class));
  }

  private static DescribedPredicate<JavaClass> outside() {
    return DescribedPredicate.describe(
        "the world outside",
        type ->
            type.getPackageName().startsWith("java.net")
                || type.getPackageName().startsWith("java.nio.file")
                || type.getPackageName().startsWith("java.sql")
                || type.getName().startsWith("java.io.File")
                || type.isEquivalentTo(ProcessBuilder.class)
                || type.isEquivalentTo(Process.class)
                || type.isEquivalentTo(Thread.class));
  }
}
