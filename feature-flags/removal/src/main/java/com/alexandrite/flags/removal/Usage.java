package com.alexandrite.flags.removal;

import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.HashMap;
import java.util.Map;

/** How often names are used in a file: before the removal and now. */
record Usage(Map<String, Integer> before, Map<String, Integer> now) {

  static Usage between(JavaUnit before, JavaUnit now) {
    return new Usage(uses(before), uses(now));
  }

  /** Whether a use of the name is gone. */
  boolean hasFallen(String name) {
    return now.getOrDefault(name, 0) < before.getOrDefault(name, 0);
  }

  boolean isUsed(String name) {
    return now.containsKey(name);
  }

  private static Map<String, Integer> uses(JavaUnit unit) {
    Map<String, Integer> uses = new HashMap<>();
    unit.all(NameExpr.class).forEach(one -> uses.merge(one.getNameAsString(), 1, Integer::sum));
    unit.all(FieldAccessExpr.class)
        .forEach(one -> uses.merge(one.getNameAsString(), 1, Integer::sum));
    unit.all(MethodCallExpr.class)
        .forEach(one -> uses.merge(one.getNameAsString(), 1, Integer::sum));
    unit.all(MethodReferenceExpr.class)
        .forEach(one -> uses.merge(one.getIdentifier(), 1, Integer::sum));
    return uses;
  }
}
