package com.alexandrite.rollouts.engine.condition;

import java.util.stream.Stream;

/** Finds the use of {@code #index} in a tree. */
final class Pointers {

  private Pointers() {}

  static boolean usesIndex(Node node) {
    return node instanceof Node.Pointer pointer
        ? pointer.name().equals("index")
        : children(node).anyMatch(Pointers::usesIndex);
  }

  private static Stream<? extends Node> children(Node node) {
    return switch (node) {
      case Node.Unary n -> Stream.of(n.operand());
      case Node.Binary n -> Stream.of(n.left(), n.right());
      case Node.Chain n -> Stream.of(n.node());
      case Node.Member n -> Stream.of(n.base(), n.property());
      case Node.Slice n -> Stream.of(n.base(), n.from(), n.to()).flatMap(Stream::ofNullable);
      case Node.Call n -> Stream.concat(Stream.of(n.callee()), n.arguments().stream());
      case Node.Builtin n -> n.arguments().stream();
      case Node.Predicate n -> Stream.of(n.body());
      case Node.Declaration n -> Stream.of(n.value(), n.scope());
      case Node.Sequence n -> n.nodes().stream();
      case Node.Conditional n -> Stream.of(n.condition(), n.then(), n.otherwise());
      case Node.Array n -> n.elements().stream();
      case Node.MapOf n -> n.pairs().stream();
      case Node.Pair n -> Stream.of(n.key(), n.value());
      case Node.InTexts n -> Stream.of(n.needle());
      case Node.Find n ->
          Stream.of(n.collection(), n.predicate(), n.mapped()).flatMap(Stream::ofNullable);
      case Node.FilterMap n -> Stream.of(n.collection(), n.predicate(), n.mapped());
      case Node.Count n -> Stream.of(n.collection(), n.predicate());
      default -> Stream.empty();
    };
  }
}
