package com.alexandrite.rollouts.engine.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes what is constant, and drops operands that can't matter. */
final class Folding {

  private final Types types;

  Folding(Types types) {
    this.types = types;
  }

  /** The simpler form of a node whose children are folded, or the node itself. */
  Node fold(Node node) {
    Node folded =
        switch (node) {
          case Node.Unary unary -> unary(unary);
          case Node.Binary binary -> binary(binary);
          case Node.Builtin filter when filter.name().equals("filter") -> filter(filter);
          default -> null;
        };
    return folded == null ? node : folded;
  }

  private @Nullable Node unary(Node.Unary node) {
    boolean negative = node.operator().equals("-");
    return switch (node.operand()) {
      case Node.Int number when !isNot(node) ->
          types.set(new Node.Int(negative ? -number.value() : number.value()), Nature.INT);
      case Node.Decimal number when !isNot(node) ->
          types.set(new Node.Decimal(negative ? -number.value() : number.value()), Nature.FLOAT);
      case Node.Bool bool when isNot(node) -> bool(!bool.value());
      default -> null;
    };
  }

  private static boolean isNot(Node.Unary node) {
    return node.operator().equals("!") || node.operator().equals("not");
  }

  private @Nullable Node binary(Node.Binary node) {
    return switch (node.operator()) {
      case "and", "&&" -> logical(node, true);
      case "or", "||" -> logical(node, false);
      case "==" -> equality(node);
      case "+", "-", "*", "/", "**", "^" -> arithmetic(node);
      case "%" -> modulo(node);
      default -> null;
    };
  }

  /**
   * With the neutral operand the other one remains; with the deciding one the rest is not even
   * looked at.
   */
  private @Nullable Node logical(Node.Binary node, boolean neutral) {
    if (node.left() instanceof Node.Bool left && left.value() == neutral) {
      return types.set(node.right(), types.of(node));
    }
    if (node.right() instanceof Node.Bool right && right.value() == neutral) {
      return types.set(node.left(), types.of(node));
    }
    return node.left() instanceof Node.Bool || node.right() instanceof Node.Bool
        ? bool(!neutral)
        : null;
  }

  private @Nullable Node equality(Node.Binary node) {
    if (node.left() instanceof Node.Int a && node.right() instanceof Node.Int b) {
      return bool(a.value() == b.value());
    }
    if (node.left() instanceof Node.Text a && node.right() instanceof Node.Text b) {
      return bool(a.value().equals(b.value()));
    }
    return node.left() instanceof Node.Bool a && node.right() instanceof Node.Bool b
        ? bool(a.value() == b.value())
        : null;
  }

  private @Nullable Node arithmetic(Node.Binary node) {
    Object left = constant(node.left());
    Object right = constant(node.right());
    boolean numbers = left instanceof Number && right instanceof Number;
    boolean texts =
        node.operator().equals("+") && left instanceof String && right instanceof String;
    if (!numbers && !texts) {
      return null;
    }
    return switch (Arithmetic.apply(node.operator(), left, right)) {
      case Long number -> types.set(new Node.Int(number), Nature.INT);
      case Double number -> types.set(new Node.Decimal(number), Nature.FLOAT);
      case Object text -> types.set(new Node.Text(text.toString()), Nature.STRING);
    };
  }

  private @Nullable Node modulo(Node.Binary node) {
    if (node.left() instanceof Node.Int a && node.right() instanceof Node.Int b) {
      if (b.value() == 0) {
        throw Fault.compile("integer divide by zero");
      }
      return types.set(new Node.Int(a.value() % b.value()), Nature.INT);
    }
    return null;
  }

  private static @Nullable Object constant(Node node) {
    return switch (node) {
      case Node.Int number -> number.value();
      case Node.Decimal number -> number.value();
      case Node.Text text -> text.value();
      default -> null;
    };
  }

  private Node bool(boolean value) {
    return types.set(new Node.Bool(value), Nature.BOOL);
  }

  /** A filter of a filter is one filter with both tests. */
  private @Nullable Node filter(Node.Builtin outer) {
    if (outer.arguments().getFirst() instanceof Node.Builtin inner
        && inner.name().equals("filter")
        && inner.arguments().get(1) instanceof Node.Predicate first
        && outer.arguments().get(1) instanceof Node.Predicate second) {
      Node both = new Node.Binary("&&", first.body(), second.body());
      Node.Predicate predicate = new Node.Predicate(types.set(both, Nature.BOOL));
      Node one = new Node.Builtin("filter", List.of(inner.arguments().getFirst(), predicate));
      return types.set(one, types.of(outer));
    }
    return null;
  }
}
