package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import org.jspecify.annotations.Nullable;

/** Which node of a tree it is: nodes that look the same are equal, but only one is meant. */
final class Nodes {
  private Nodes() {}

  @SuppressWarnings("ReferenceEquality")
  static boolean same(@Nullable Node one, @Nullable Node other) {
    return one == other;
  }

  static boolean isIn(Node place, Node whole) {
    return same(place, whole) || whole.isAncestorOf(place);
  }

  static boolean isScope(Node place, MethodCallExpr call) {
    return call.getScope().filter(scope -> same(scope, place)).isPresent();
  }
}
