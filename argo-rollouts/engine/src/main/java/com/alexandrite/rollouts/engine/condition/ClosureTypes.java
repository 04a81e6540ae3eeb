package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Nature.Kind;
import java.util.List;
import java.util.Map;

/** Types the functions that take a closure. */
final class ClosureTypes {

  private static final Map<String, Nature> INDEX = Map.of("index", Nature.INT);
  private static final Map<String, Nature> INDEX_AND_SUM =
      Map.of("index", Nature.INT, "acc", Nature.UNKNOWN);

  private ClosureTypes() {}

  static Nature of(Checker checker, Node.Builtin node) {
    List<Node> arguments = node.arguments();
    Nature collection = checker.visit(arguments.getFirst());
    if (!collection.is(Kind.ARRAY) && !collection.unknown()) {
      throw Fault.compile("builtin " + node.name() + " takes only array (got " + collection + ")");
    }
    if (arguments.size() == 1) {
      return withoutClosure(node.name(), collection);
    }
    Nature body = checker.closure(arguments.get(1), collection, pointers(node.name()));
    if (body.nil()) {
      throw Fault.compile("predicate should has one input and one output param");
    }
    if (arguments.size() == 3) {
      third(node.name(), checker.visit(arguments.get(2)));
    }
    return result(node.name(), collection, body);
  }

  private static Map<String, Nature> pointers(String name) {
    return switch (name) {
      case "map" -> INDEX;
      case "reduce" -> INDEX_AND_SUM;
      default -> Map.of();
    };
  }

  private static Nature withoutClosure(String name, Nature collection) {
    if (name.equals("count")) {
      return Nature.INT;
    }
    return collection.unknown() ? Nature.UNKNOWN : collection.elements();
  }

  private static void third(String name, Nature order) {
    if (name.equals("sortBy") && !order.is(Kind.STRING) && !order.unknown()) {
      throw Fault.compile("sortBy order argument must be a string (got " + order + ")");
    }
  }

  private static Nature result(String name, Nature collection, Nature body) {
    return switch (name) {
      case "map" -> Nature.arrayOf(body);
      case "sum" -> body.bare();
      case "reduce" -> body;
      case "groupBy" -> Nature.GROUPS;
      case "sortBy" -> collection;
      default -> test(name, collection, body);
    };
  }

  private static Nature test(String name, Nature collection, Nature body) {
    if (!body.is(Kind.BOOL) && !body.unknown()) {
      throw Fault.compile("predicate should return boolean (got " + body + ")");
    }
    return switch (name) {
      case "filter" -> collection.unknown() ? Nature.ARRAY : Nature.arrayOf(collection.elements());
      case "find", "findLast" -> collection.unknown() ? Nature.UNKNOWN : collection.elements();
      case "count", "findIndex", "findLastIndex" -> Nature.INT;
      default -> Nature.BOOL;
    };
  }
}
