package com.alexandrite.rollouts.engine.condition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts calls together that are one question, such as {@code len(filter(…)) > 0}: they stop at the
 * first answer.
 */
final class Combining {

  private final Types types;

  Combining(Types types) {
    this.types = types;
  }

  /** The steps in their order; each is applied to the whole tree before the next. */
  List<UnaryOperator<Node>> steps() {
    return List.of(
        this::inRange,
        this::mappedFilter,
        this::countedFilter,
        node -> foundByFilter(node, "last", -1),
        node -> foundByFilter(node, "first", 0),
        this::sameCollection,
        this::summedElements,
        this::anyOfCount,
        this::limitedCount);
  }

  /** {@code x in ["a", "b"]} looks up a text, and fails for anything else that is not nil. */
  static Node textSets(Node node) {
    if (node instanceof Node.Binary(String operator, Node needle, Node.Array array)
        && operator.equals("in")
        && !array.elements().isEmpty()) {
      Set<String> texts = new LinkedHashSet<>();
      for (Node element : array.elements()) {
        if (!(element instanceof Node.Text text)) {
          return node;
        }
        texts.add(text.value());
      }
      return new Node.InTexts(needle, texts);
    }
    return node;
  }

  private Node inRange(Node node) {
    if (node instanceof Node.Binary(String operator, Node needle, Node.Binary range)
        && operator.equals("in")
        && types.of(needle).is(Nature.Kind.INT)
        && range.operator().equals("..")
        && range.left() instanceof Node.Int
        && range.right() instanceof Node.Int) {
      return new Node.Binary(
          "and",
          new Node.Binary(">=", needle, range.left()),
          new Node.Binary("<=", needle, range.right()));
    }
    return node;
  }

  private Node mappedFilter(Node node) {
    if (node instanceof Node.Builtin(String name, List<Node> arguments)
        && name.equals("map")
        && arguments.get(1) instanceof Node.Predicate mapping
        && arguments.getFirst() instanceof Node.Builtin filter
        && filter.name().equals("filter")
        && !Pointers.usesIndex(mapping)) {
      return typed(
          node,
          new Node.FilterMap(
              filter.arguments().getFirst(), filter.arguments().get(1), mapping.body()));
    }
    return node;
  }

  private Node countedFilter(Node node) {
    if (!(node instanceof Node.Builtin len) || !len.name().equals("len")) {
      return node;
    }
    List<Node> filter =
        switch (len.arguments().getFirst()) {
          case Node.Builtin inner when inner.name().equals("filter") -> inner.arguments();
          case Node.FilterMap inner -> List.of(inner.collection(), inner.predicate());
          default -> List.of();
        };
    return filter.isEmpty() ? node : typed(node, new Node.Builtin("count", filter));
  }

  /** {@code filter(…)[0]} and {@code first(filter(…))} end at the first element that fits. */
  private Node foundByFilter(Node node, String function, long index) {
    if (node instanceof Node.Member member
        && !member.optional()
        && member.property() instanceof Node.Int at
        && at.value() == index) {
      return found(node, member.base(), index != 0, true);
    }
    return node instanceof Node.Builtin call && call.name().equals(function)
        ? found(node, call.arguments().getFirst(), index != 0, false)
        : node;
  }

  private Node found(Node node, Node source, boolean last, boolean mustExist) {
    return switch (source) {
      case Node.Builtin filter when filter.name().equals("filter") ->
          typed(
              node,
              new Node.Find(
                  filter.arguments().getFirst(), filter.arguments().get(1), null, last, mustExist));
      case Node.FilterMap filter ->
          typed(
              node,
              new Node.Find(
                  filter.collection(), filter.predicate(), filter.mapped(), last, mustExist));
      default -> node;
    };
  }

  /** {@code all(x, a) && all(x, b)} is {@code all(x, a && b)}, and its like. */
  private Node sameCollection(Node node) {
    if (node instanceof Node.Binary(String operator, Node.Builtin left, Node.Builtin right)
        && left.name().equals(right.name())
        && left.arguments().getFirst().equals(right.arguments().getFirst())
        && left.arguments().getLast() instanceof Node.Predicate a
        && right.arguments().getLast() instanceof Node.Predicate b) {
      String combined = combined(left.name(), operator);
      if (combined != null) {
        Node both = sameCollection(new Node.Binary(combined, a.body(), b.body()));
        List<Node> arguments = List.of(left.arguments().getFirst(), new Node.Predicate(both));
        return typed(node, new Node.Builtin(left.name(), arguments));
      }
    }
    return node;
  }

  private static @Nullable String combined(String function, String operator) {
    boolean and = operator.equals("and") || operator.equals("&&");
    boolean or = operator.equals("or") || operator.equals("||");
    return switch (function) {
      case "all" -> and ? "&&" : null;
      case "any" -> or ? "||" : null;
      case "none" -> and ? "||" : null;
      default -> null;
    };
  }

  /** The sum of written elements is their addition from the right, which joins texts too. */
  private Node summedElements(Node node) {
    if (node instanceof Node.Builtin(String name, List<Node> arguments)
        && name.equals("sum")
        && arguments.size() == 1
        && arguments.getFirst() instanceof Node.Array array
        && array.elements().size() >= 2
        && !array.elements().stream().allMatch(Combining::literal)) {
      List<Node> elements = array.elements();
      Node sum = elements.getLast();
      for (int i = elements.size() - 2; i >= 0; i--) {
        sum = new Node.Binary("+", elements.get(i), sum);
      }
      return typed(node, sum);
    }
    return node;
  }

  private static boolean literal(Node node) {
    return node instanceof Node.Int
        || node instanceof Node.Decimal
        || node instanceof Node.Text
        || node instanceof Node.Bool;
  }

  private Node anyOfCount(Node node) {
    if (node instanceof Node.Binary(String operator, Node.Builtin count, Node.Int number)
        && isCount(count)
        && ((operator.equals(">") && number.value() == 0)
            || (operator.equals(">=") && number.value() == 1))) {
      return typed(node, new Node.Builtin("any", count.arguments()));
    }
    return node;
  }

  private Node limitedCount(Node node) {
    if (!(node instanceof Node.Binary comparison)
        || !(comparison.left() instanceof Node.Builtin count)
        || !(comparison.right() instanceof Node.Int number)
        || !isCount(count)) {
      return node;
    }
    long limit =
        switch (comparison.operator()) {
          case ">", "<=" -> number.value() + 1;
          case ">=", "<" -> number.value();
          default -> 0;
        };
    if (limit <= 1) {
      return node;
    }
    List<Node> arguments = count.arguments();
    Node limited = new Node.Count(arguments.getFirst(), arguments.getLast(), limit);
    return typed(node, new Node.Binary(comparison.operator(), typed(count, limited), number));
  }

  private static boolean isCount(Node.Builtin call) {
    return call.name().equals("count") && call.arguments().size() == 2;
  }

  private Node typed(Node before, Node after) {
    return types.set(after, types.of(before));
  }
}
