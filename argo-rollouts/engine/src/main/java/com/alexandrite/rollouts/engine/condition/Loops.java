package com.alexandrite.rollouts.engine.condition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the functions that take a closure. */
final class Loops {

  /** One running loop. */
  private static final class Scope {
    private final List<@Nullable Object> items;
    private int index;
    private @Nullable Object sum;

    Scope(List<@Nullable Object> items) {
      this.items = items;
    }

    @Nullable Object item() {
      return items.get(index);
    }
  }

  private final Evaluator evaluator;
  private final Deque<Scope> scopes = new ArrayDeque<>();

  Loops(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  @Nullable Object pointer(String name) {
    Scope scope = scopes.element();
    return switch (name) {
      case "index" -> (Long) (long) scope.index;
      case "acc" -> scope.sum;
      default -> scope.item();
    };
  }

  @Nullable Object value(Node.Builtin node) {
    List<Node> arguments = node.arguments();
    Node body = arguments.size() > 1 ? arguments.get(1) : new Node.Pointer("");
    Scope scope = new Scope(Membership.loop(evaluator.value(arguments.getFirst())));
    scopes.push(scope);
    Object value =
        switch (node.name()) {
          case "all" -> !ends(scope, body, false);
          case "none" -> !ends(scope, body, true);
          case "any" -> ends(scope, body, true);
          case "one" -> count(scope, body, 0) == 1;
          case "filter" -> filter(scope, body, null);
          case "map" -> map(scope, body);
          case "count" -> count(scope, body, 0);
          case "find" -> found(scope, search(scope, body, false), null);
          case "findLast" -> found(scope, search(scope, body, true), null);
          case "findIndex" -> index(search(scope, body, false));
          case "findLastIndex" -> index(search(scope, body, true));
          case "sum" -> sum(scope, body);
          case "groupBy" -> groups(scope, body);
          case "sortBy" -> sorted(scope, body, arguments);
          default -> reduced(scope, body, arguments);
        };
    scopes.pop();
    return value;
  }

  @Nullable Object find(Node.Find node) {
    Scope scope = new Scope(Membership.loop(evaluator.value(node.collection())));
    scopes.push(scope);
    int at = search(scope, node.predicate(), node.last());
    if (at < 0 && node.mustExist()) {
      throw Fault.runtime("reflect: slice index out of range");
    }
    Object value = found(scope, at, node.mapped());
    scopes.pop();
    return value;
  }

  List<@Nullable Object> filterMap(Node.FilterMap node) {
    Scope scope = new Scope(Membership.loop(evaluator.value(node.collection())));
    scopes.push(scope);
    List<@Nullable Object> value = filter(scope, node.predicate(), node.mapped());
    scopes.pop();
    return value;
  }

  long count(Node collection, Node predicate, long limit) {
    Scope scope = new Scope(Membership.loop(evaluator.value(collection)));
    scopes.push(scope);
    long count = count(scope, predicate, limit);
    scopes.pop();
    return count;
  }

  private boolean fits(Node predicate) {
    return Evaluator.bool(evaluator.value(predicate));
  }

  /** Whether the loop meets this answer before its end. */
  private boolean ends(Scope scope, Node predicate, boolean answer) {
    for (scope.index = 0; scope.index < scope.items.size(); scope.index++) {
      if (fits(predicate) == answer) {
        return true;
      }
    }
    return false;
  }

  private long count(Scope scope, Node predicate, long limit) {
    long count = 0;
    for (scope.index = 0; scope.index < scope.items.size(); scope.index++) {
      if (fits(predicate) && ++count == limit) {
        break;
      }
    }
    return count;
  }

  private List<@Nullable Object> filter(Scope scope, Node predicate, @Nullable Node mapped) {
    List<@Nullable Object> kept = new ArrayList<>();
    for (scope.index = 0; scope.index < scope.items.size(); scope.index++) {
      if (fits(predicate)) {
        kept.add(mapped == null ? scope.item() : evaluator.value(mapped));
      }
    }
    return evaluator.made(kept);
  }

  private List<@Nullable Object> map(Scope scope, Node body) {
    List<@Nullable Object> mapped = new ArrayList<>();
    for (scope.index = 0; scope.index < scope.items.size(); scope.index++) {
      mapped.add(evaluator.value(body));
    }
    return evaluator.made(mapped);
  }

  /** The place of the first or last that fits, -1 if none does. */
  private int search(Scope scope, Node predicate, boolean last) {
    int size = scope.items.size();
    for (int i = 0; i < size; i++) {
      scope.index = last ? size - 1 - i : i;
      if (fits(predicate)) {
        return scope.index;
      }
    }
    return -1;
  }

  private @Nullable Object found(Scope scope, int at, @Nullable Node mapped) {
    if (at < 0) {
      return null;
    }
    return mapped == null ? scope.items.get(at) : evaluator.value(mapped);
  }

  private static @Nullable Object index(int at) {
    return at < 0 ? null : (Long) (long) at;
  }

  private @Nullable Object sum(Scope scope, Node body) {
    Object sum = 0L;
    for (scope.index = 0; scope.index < scope.items.size(); scope.index++) {
      sum = Arithmetic.apply("+", evaluator.value(body), sum);
    }
    return sum;
  }

  private AnyKeys groups(Scope scope, Node body) {
    Map<@Nullable Object, @Nullable Object> groups = new LinkedHashMap<>();
    for (scope.index = 0; scope.index < scope.items.size(); scope.index++) {
      Object key = evaluator.value(body);
      if (Elements.isArray(key) || key instanceof Map) {
        throw Fault.runtime("runtime error: hash of unhashable type " + GoTypes.name(key));
      }
      List<@Nullable Object> group = new ArrayList<>();
      if (groups.get(key) instanceof List<?> before) {
        group.addAll(before);
      }
      group.add(scope.item());
      groups.put(key, group);
    }
    return new AnyKeys(groups, Elements.NIL);
  }

  private List<@Nullable Object> sorted(Scope scope, Node body, List<Node> arguments) {
    boolean descending =
        arguments.size() == 3 && Sorting.descending(evaluator.value(arguments.get(2)));
    List<@Nullable Object> keys = new ArrayList<>();
    for (scope.index = 0; scope.index < scope.items.size(); scope.index++) {
      keys.add(evaluator.value(body));
    }
    return evaluator.made(Sorting.sorted(scope.items, keys, descending));
  }

  private @Nullable Object reduced(Scope scope, Node body, List<Node> arguments) {
    int first = 0;
    if (arguments.size() == 3) {
      scope.sum = evaluator.value(arguments.get(2));
    } else if (scope.items.isEmpty()) {
      throw Fault.runtime("reduce of empty array with no initial value");
    } else {
      scope.sum = scope.items.getFirst();
      first = 1;
    }
    for (scope.index = first; scope.index < scope.items.size(); scope.index++) {
      scope.sum = evaluator.value(body);
    }
    return scope.sum;
  }
}
