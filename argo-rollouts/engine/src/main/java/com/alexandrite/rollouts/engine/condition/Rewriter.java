package com.alexandrite.rollouts.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a typed tree as the original's optimizer does.
 *
 * <p>This is not for speed: rewritten conditions skip operands that would fail, so the outcome
 * depends on it. For example {@code result.x > 0 and false} is false even where {@code result.x}
 * can't be compared.
 */
final class Rewriter {

  private static final int MOST_ROUNDS = 1_000;

  private final Types types;
  private boolean changed;

  private Rewriter(Types types) {
    this.types = types;
  }

  static Node rewrite(Node tree, Types types) {
    Rewriter rewriter = new Rewriter(types);
    Folding folding = new Folding(types);
    Node node = rewriter.everywhere(tree, Combining::textSets);
    for (int i = 0; i < MOST_ROUNDS; i++) {
      rewriter.changed = false;
      node = rewriter.everywhere(node, folding::fold);
      if (!rewriter.changed) {
        break;
      }
    }
    for (UnaryOperator<Node> step : new Combining(types).steps()) {
      node = rewriter.everywhere(node, step);
    }
    return node;
  }

  /** Applies a step to each node, children first; a node keeps its type. */
  private Node everywhere(Node node, UnaryOperator<Node> step) {
    Node rebuilt = withChildren(node, child -> everywhere(child, step));
    types.set(rebuilt, types.of(node));
    Node result = step.apply(rebuilt);
    changed |= isOther(result, rebuilt);
    return result;
  }

  @SuppressWarnings("ReferenceEquality") // Equal trees may have different types.
  private static boolean isOther(Node left, Node right) {
    return left != right;
  }

  private Node withChildren(Node node, UnaryOperator<Node> each) {
    return switch (node) {
      case Node.Int literal when types.isFloat(literal) -> new Node.Decimal(literal.value());
      case Node.Unary n -> new Node.Unary(n.operator(), each.apply(n.operand()));
      case Node.Binary n ->
          new Node.Binary(n.operator(), each.apply(n.left()), each.apply(n.right()));
      case Node.Chain n -> new Node.Chain(each.apply(n.node()));
      case Node.Member n ->
          new Node.Member(each.apply(n.base()), each.apply(n.property()), n.optional(), n.method());
      case Node.Slice n ->
          new Node.Slice(each.apply(n.base()), maybe(n.from(), each), maybe(n.to(), each));
      case Node.Call n -> new Node.Call(each.apply(n.callee()), all(n.arguments(), each));
      case Node.Builtin n -> new Node.Builtin(n.name(), all(n.arguments(), each));
      case Node.Predicate n -> new Node.Predicate(each.apply(n.body()));
      case Node.Declaration n ->
          new Node.Declaration(n.name(), each.apply(n.value()), each.apply(n.scope()));
      case Node.Sequence n -> new Node.Sequence(all(n.nodes(), each));
      case Node.Conditional n ->
          new Node.Conditional(
              each.apply(n.condition()), each.apply(n.then()), each.apply(n.otherwise()));
      case Node.Array n -> new Node.Array(all(n.elements(), each));
      case Node.MapOf n -> new Node.MapOf(pairs(n.pairs(), each));
      case Node.InTexts n -> new Node.InTexts(each.apply(n.needle()), n.texts());
      case Node.Find n ->
          new Node.Find(
              each.apply(n.collection()),
              each.apply(n.predicate()),
              maybe(n.mapped(), each),
              n.last(),
              n.mustExist());
      case Node.FilterMap n ->
          new Node.FilterMap(
              each.apply(n.collection()), each.apply(n.predicate()), each.apply(n.mapped()));
      case Node.Count n ->
          new Node.Count(each.apply(n.collection()), each.apply(n.predicate()), n.limit());
      default -> node;
    };
  }

  private static @Nullable Node maybe(@Nullable Node node, UnaryOperator<Node> each) {
    return node == null ? null : each.apply(node);
  }

  private static List<Node> all(List<Node> nodes, UnaryOperator<Node> each) {
    List<Node> result = new ArrayList<>(nodes.size());
    nodes.forEach(node -> result.add(each.apply(node)));
    return result;
  }

  private static List<Node.Pair> pairs(List<Node.Pair> pairs, UnaryOperator<Node> each) {
    return pairs.stream()
        .map(pair -> new Node.Pair(each.apply(pair.key()), each.apply(pair.value())))
        .toList();
  }
}
