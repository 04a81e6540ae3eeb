package com.alexandrite.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** Rules for the whole project; each says why it is there. */
class HouseRulesTest {
  private static final JavaClasses CLASSES = Checkout.mainClasses();

  @Test
  void timeComesFromAnInjectedClock() {
    check(
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("what reads the wall clock by itself can't be tested on a virtual one"));
  }

  @Test
  void fieldsAreNotInjected() {
    check(
        noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .because(
                "a constructor shows what a class needs and lets a test build it without Spring"));
  }

  @Test
  void theEngineIsPure() {
    check(
        classes()
            .that()
            .resideInAPackage("com.alexandrite.rollouts.engine..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "com.alexandrite.rollouts.engine..",
                        "java.lang..",
                        "java.math..",
                        "java.nio.charset..",
                        "java.time..",
                        "java.text..",
                        "java.util..",
                        "java.io..",
                        "java.net",
                        "java.security..",
                        "org.slf4j..",
                        "org.jspecify..")
                    .or(resideInAPackage("org.snakeyaml.engine..")))
            .because(
                "decisions about customers' traffic are tested on a virtual clock, without any"
                    + " server"));
  }

  @Test
  void onlyManifestReadingKnowsYaml() {
    check(
        noClasses()
            .that()
            .resideInAPackage("com.alexandrite.rollouts.engine..")
            .and()
            .resideOutsideOfPackage("com.alexandrite.rollouts.engine.manifest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..")
            .because("the model of a rollout does not depend on how it is written down"));
  }

  @Test
  void onlyTheConsolesClusterPartKnowsClusters() {
    check(
        noClasses()
            .that()
            .resideInAPackage("com.alexandrite.console..")
            .and()
            .resideOutsideOfPackage("com.alexandrite.console.cluster..")
            .and()
            .doNotHaveSimpleName("ClusterApi")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.alexandrite.rollouts.kubernetes..", "io.fabric8..")
            .because("a console of one machine loads nothing of a cluster's client"));
  }

  @Test
  void messagesAreForTheJdkAlone() {
    check(
        classes()
            .that()
            .resideInAPackage("com.alexandrite.messages..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("com.alexandrite.messages..", "java..", "org.jspecify.."))
            .because("every service of every version must be able to read them"));
  }

  @Test
  void theFlagFacadeIsForTheJdkAlone() {
    check(
        classes()
            .that()
            .resideInAPackage("com.alexandrite.flags")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("com.alexandrite.flags", "java..", "org.jspecify.."))
            .because("code that asks for a flag must not depend on where flags are kept"));
  }

  @Test
  void packagesOfAModuleHaveNoCycles() {
    for (String module :
        new String[] {
          "console", "crm", "environment", "flags.server", "kit", "mes", "pricing", "shop"
        }) {
      check(
          slices()
              .matching("com.alexandrite." + module + ".(*)..")
              .should()
              .beFreeOfCycles()
              .allowEmptyShould(true)
              .because("two packages that need each other are one"));
    }
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
