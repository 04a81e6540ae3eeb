package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Nature.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Types a tree against the actual values of its names; a mistake is a compile error even where it
 * is never reached.
 */
final class Checker {

  /** The array that a closure runs over, with the names it may use beside {@code #}. */
  private record Scope(Nature collection, Map<String, Nature> pointers) {}

  private final Map<String, Nature> environment;
  private final Types types = new Types();
  private final Map<String, Nature> variables = new HashMap<>();
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final CallTypes calls;

  private Checker(Map<String, Nature> environment) {
    this.environment = environment;
    this.calls = new CallTypes(this, types);
  }

  static Types check(Node tree, Map<String, Nature> environment) {
    Checker checker = new Checker(environment);
    checker.visit(tree);
    return checker.types;
  }

  Nature visit(Node node) {
    Nature nature = nature(node);
    types.set(node, nature);
    return nature;
  }

  private Nature nature(Node node) {
    return switch (node) {
      case Node.Nil nil -> Nature.NIL;
      case Node.Identifier name -> identifier(name.name());
      case Node.Int number -> Nature.INT;
      case Node.Decimal number -> Nature.FLOAT;
      case Node.Bool bool -> Nature.BOOL;
      case Node.Text text -> Nature.STRING;
      case Node.Bytes bytes -> Nature.BYTES;
      case Node.Unary unary -> OperatorTypes.unary(unary.operator(), visit(unary.operand()));
      case Node.Binary binary -> binary(binary);
      case Node.Chain chain -> visit(chain.node());
      case Node.Member member -> member(member);
      case Node.Slice slice -> slice(slice);
      case Node.Call call -> calls.call(call);
      case Node.Builtin builtin ->
          Closures.NAMES.contains(builtin.name())
              ? ClosureTypes.of(this, builtin)
              : calls.builtin(builtin);
      case Node.Predicate predicate -> visit(predicate.body());
      case Node.Pointer pointer -> pointer(pointer.name());
      case Node.Declaration declaration -> declaration(declaration);
      case Node.Sequence sequence -> sequence(sequence);
      case Node.Conditional conditional -> conditional(conditional);
      case Node.Array array -> array(array);
      case Node.MapOf map -> map(map);
      case Node.Pair pair -> Nature.NIL;
      case Node.InTexts in -> Nature.BOOL;
      case Node.Find find -> Nature.UNKNOWN;
      case Node.FilterMap filter -> Nature.ARRAY;
      case Node.Count count -> Nature.INT;
    };
  }

  /** Types a closure's body over a collection. */
  Nature closure(Node predicate, Nature collection, Map<String, Nature> pointers) {
    scopes.push(new Scope(collection, pointers));
    Nature body = visit(predicate);
    scopes.pop();
    return body;
  }

  private Nature identifier(String name) {
    Nature variable = variables.get(name);
    if (variable != null) {
      return variable;
    }
    return name.equals("$env") ? Nature.UNKNOWN : known(name, true);
  }

  /** A name of the environment; names of functions can be mentioned too. */
  Nature known(String name, boolean functions) {
    Nature nature = environment.get(name);
    if (nature != null) {
      return nature;
    }
    if (functions && Builtins.NAMES.contains(name)) {
      return Nature.FUNC;
    }
    throw Fault.compile("unknown name " + name);
  }

  boolean inEnvironment(String name) {
    return environment.containsKey(name);
  }

  private Nature binary(Node.Binary node) {
    Nature left = visit(node.left());
    Nature right = visit(node.right());
    if (node.operator().equals("matches")
        && node.right() instanceof Node.Text pattern
        && GoRegex.compile(pattern.value()).isEmpty()) {
      throw Fault.compile("error parsing regexp: `" + pattern.value() + "`");
    }
    return OperatorTypes.binary(node.operator(), left, right);
  }

  private Nature member(Node.Member node) {
    if (node.base() instanceof Node.Identifier env && env.name().equals("$env")) {
      boolean named = node.property() instanceof Node.Text;
      if (named && !(node.optional() && !inEnvironment(((Node.Text) node.property()).value()))) {
        return known(((Node.Text) node.property()).value(), false);
      }
      return Nature.UNKNOWN;
    }
    Nature base = visit(node.base());
    Nature property = visit(node.property());
    if (base.unknown()) {
      return Nature.UNKNOWN;
    }
    return switch (base.kind()) {
      case MAP -> mapMember(base, property);
      case ARRAY -> arrayMember(base, property);
      case TIME, DURATION -> method(base, node);
      default -> throw noMember(base, node, property);
    };
  }

  private static Nature mapMember(Nature base, Nature property) {
    Nature key = Objects.requireNonNull(base.key());
    if (!property.assignableTo(key) && !property.unknown()) {
      throw Fault.compile("cannot use " + property + " to get an element from " + base);
    }
    return base.elements();
  }

  private static Nature arrayMember(Nature base, Nature property) {
    if (!property.integer() && !property.unknown()) {
      throw Fault.compile(
          "array elements can only be selected using an integer (got " + property + ")");
    }
    return base.elements();
  }

  private static Nature method(Nature base, Node.Member node) {
    if (node.property() instanceof Node.Text name) {
      Signature signature = TimeMethods.signature(base.kind(), name.value());
      if (signature != null) {
        return Nature.function(signature);
      }
    }
    throw noMember(base, node, Nature.STRING);
  }

  private static Fault noMember(Nature base, Node.Member node, Nature property) {
    if (!(node.property() instanceof Node.Text name)) {
      return Fault.compile("type " + base + "[" + property + "] is undefined");
    }
    String what = node.method() ? "method " : "field ";
    return Fault.compile("type " + (base.nil() ? "nil" : base) + " has no " + what + name.value());
  }

  private Nature slice(Node.Slice node) {
    Nature base = visit(node.base());
    if (base.unknown()) {
      return Nature.UNKNOWN;
    }
    if (!base.is(Kind.STRING) && !base.is(Kind.ARRAY)) {
      throw Fault.compile("cannot slice " + base);
    }
    index(node.from());
    index(node.to());
    return base;
  }

  private void index(@Nullable Node bound) {
    if (bound != null) {
      Nature nature = visit(bound);
      if (!nature.integer() && !nature.unknown()) {
        throw Fault.compile("non-integer slice index " + nature);
      }
    }
  }

  private Nature pointer(String name) {
    Scope scope = scopes.peek();
    if (scope == null) {
      throw Fault.compile("cannot use pointer accessor outside predicate");
    }
    if (name.isEmpty()) {
      return scope.collection().unknown() ? Nature.UNKNOWN : scope.collection().elements();
    }
    Nature nature = scope.pointers().get(name);
    if (nature == null) {
      throw Fault.compile("unknown pointer #" + name);
    }
    return nature;
  }

  private Nature declaration(Node.Declaration node) {
    String name = node.name();
    if (inEnvironment(name) || Builtins.NAMES.contains(name) || variables.containsKey(name)) {
      throw Fault.compile("cannot redeclare " + name);
    }
    Nature value = visit(node.value());
    variables.put(name, value);
    Nature result = visit(node.scope());
    variables.remove(name);
    return result;
  }

  private Nature sequence(Node.Sequence node) {
    Nature last = Nature.UNKNOWN;
    for (Node part : node.nodes()) {
      last = visit(part);
    }
    return last;
  }

  private Nature conditional(Node.Conditional node) {
    Nature condition = visit(node.condition());
    if (!condition.is(Kind.BOOL) && !condition.unknown()) {
      throw Fault.compile("non-bool expression (type " + condition + ") used as condition");
    }
    Nature then = visit(node.then());
    Nature otherwise = visit(node.otherwise());
    if (then.nil()) {
      return otherwise;
    }
    if (otherwise.nil()) {
      return then;
    }
    if (!then.assignableTo(otherwise)) {
      return Nature.UNKNOWN;
    }
    return then.is(Kind.ARRAY) && !sameElements(then, otherwise) ? Nature.ARRAY : then;
  }

  private static boolean sameElements(Nature left, Nature right) {
    return left.elements().assignableTo(right.elements())
        && right.elements().assignableTo(left.elements());
  }

  private Nature array(Node.Array node) {
    List<Nature> elements = new ArrayList<>();
    node.elements().forEach(element -> elements.add(visit(element)));
    if (elements.isEmpty()) {
      return Nature.arrayOf(Nature.UNKNOWN);
    }
    Kind first = elements.getFirst().kind();
    boolean same = elements.stream().allMatch(element -> element.kind() == first);
    return same ? Nature.arrayOf(elements.getLast()) : Nature.ARRAY;
  }

  private Nature map(Node.MapOf node) {
    for (Node.Pair pair : node.pairs()) {
      visit(pair.key());
      visit(pair.value());
    }
    return Nature.MAP;
  }
}
