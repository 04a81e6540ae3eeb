package com.alexandrite.flags.removal;

import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.Set;

/** Which methods are tests. */
final class Tests {
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "Example",
          "ParameterizedTest",
          "Property",
          "RepeatedTest",
          "Test",
          "TestFactory",
          "TestTemplate");

  private Tests() {}

  static boolean isTest(MethodDeclaration method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getName().getIdentifier())
        .anyMatch(name -> ANNOTATIONS.contains(name) || name.endsWith("Test"));
  }

  static boolean hasTest(JavaUnit unit) {
    return unit.all(MethodDeclaration.class).stream().anyMatch(Tests::isTest);
  }
}
