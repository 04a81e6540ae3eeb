package com.alexandrite.rollouts.engine.condition;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tree of a condition. Types are kept beside it, by the identity of the nodes. */
sealed interface Node {

  record Nil() implements Node {}

  record Identifier(String name) implements Node {}

  record Int(long value) implements Node {}

  record Decimal(double value) implements Node {}

  record Bool(boolean value) implements Node {}

  record Text(String value) implements Node {}

  /** Each character is one byte. */
  record Bytes(String value) implements Node {}

  record Unary(String operator, Node operand) implements Node {}

  record Binary(String operator, Node left, Node right) implements Node {}

  /** The reach of {@code ?.}: nil met inside makes the whole of it nil. */
  record Chain(Node node) implements Node {}

  record Member(Node base, Node property, boolean optional, boolean method) implements Node {}

  record Slice(Node base, @Nullable Node from, @Nullable Node to) implements Node {}

  record Call(Node callee, List<Node> arguments) implements Node {}

  /** A function of the language itself; the ones with a closure have it as {@link Predicate}. */
  record Builtin(String name, List<Node> arguments) implements Node {}

  record Predicate(Node body) implements Node {}

  /** {@code #}, or {@code #index} and {@code #acc} by name. */
  record Pointer(String name) implements Node {}

  record Declaration(String name, Node value, Node scope) implements Node {}

  record Sequence(List<Node> nodes) implements Node {}

  record Conditional(Node condition, Node then, Node otherwise) implements Node {}

  record Array(List<Node> elements) implements Node {}

  record MapOf(List<Pair> pairs) implements Node {}

  record Pair(Node key, Node value) implements Node {}

  /** Rewritten: whether a text is one of these; anything but a text or nil is an error. */
  record InTexts(Node needle, Set<String> texts) implements Node {}

  /** Rewritten: the first (or last) element that fits, mapped. */
  record Find(
      Node collection, Node predicate, @Nullable Node mapped, boolean last, boolean mustExist)
      implements Node {}

  /** Rewritten: the elements that fit, each mapped. */
  record FilterMap(Node collection, Node predicate, Node mapped) implements Node {}

  /** Rewritten: how many fit, counting no further than the limit; 0 for no limit. */
  record Count(Node collection, Node predicate, long limit) implements Node {}
}
