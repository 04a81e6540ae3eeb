package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;

/** Puts one expression in the place of another, with the parentheses that it needs and no more. */
final class Expressions {
  private Expressions() {}

  static Edit replace(JavaUnit unit, Expression old, Expression with) {
    Node place = old;
    while (binds(with) && parent(place) instanceof EnclosedExpr parentheses) {
      place = parentheses;
    }
    boolean bare = !(parent(place) instanceof Expression around) || !isOperand(around, place);
    return unit.replace(place, unit.text(bare ? inner(with) : with));
  }

  /** Without the parentheses around it. */
  static Expression inner(Expression expression) {
    return expression instanceof EnclosedExpr parentheses
        ? inner(parentheses.getInner())
        : expression;
  }

  /** Whether it binds stronger than every operator. */
  private static boolean binds(Expression expression) {
    return expression instanceof NameExpr
        || expression instanceof LiteralExpr
        || expression instanceof FieldAccessExpr
        || expression instanceof MethodCallExpr
        || expression instanceof ObjectCreationExpr
        || expression instanceof ArrayAccessExpr;
  }

  private static boolean isOperand(Expression around, Node place) {
    return switch (around) {
      case MethodCallExpr call -> Nodes.isScope(place, call);
      case EnclosedExpr _, ObjectCreationExpr _ -> false;
      case BinaryExpr _, UnaryExpr _, CastExpr _, InstanceOfExpr _, ConditionalExpr _ -> true;
      default -> around instanceof FieldAccessExpr || around instanceof ArrayAccessExpr;
    };
  }

  private static Node parent(Node node) {
    return node.getParentNode().orElse(node);
  }
}
