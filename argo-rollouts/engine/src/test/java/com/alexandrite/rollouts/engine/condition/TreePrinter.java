package com.alexandrite.rollouts.engine.condition;

import java.util.List;
import java.util.stream.Collectors;

/** Prints a tree with every bracket, so that reading it again can't depend on precedence. */
final class TreePrinter {

  private TreePrinter() {}

  static String print(Node node) {
    return switch (node) {
      case Node.Nil nil -> "nil";
      case Node.Identifier name -> name.name();
      case Node.Int number -> Long.toString(number.value());
      case Node.Decimal number -> GoNumbers.plain(number.value()) + "e0";
      case Node.Bool bool -> Boolean.toString(bool.value());
      case Node.Text text -> GoJson.compact(text.value()).orElseThrow();
      case Node.Unary n -> "(" + n.operator() + " " + print(n.operand()) + ")";
      case Node.Binary n ->
          "(" + print(n.left()) + " " + n.operator() + " " + print(n.right()) + ")";
      case Node.Conditional n ->
          "(" + print(n.condition()) + " ? " + print(n.then()) + " : " + print(n.otherwise()) + ")";
      case Node.Array n -> "[" + all(n.elements()) + "]";
      case Node.Member n -> "(" + print(n.base()) + ")[" + print(n.property()) + "]";
      case Node.Builtin n -> n.name() + "(" + all(n.arguments()) + ")";
      case Node.Predicate n -> "{" + print(n.body()) + "}";
      case Node.Pointer n -> "#" + n.name();
      default -> throw new IllegalArgumentException(node.toString());
    };
  }

  private static String all(List<Node> nodes) {
    return nodes.stream().map(TreePrinter::print).collect(Collectors.joining(", "));
  }
}
