package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Comparisons.Order;
import com.alexandrite.rollouts.engine.condition.Nature.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes a typed tree. One object computes once. */
final class Evaluator {

  /** As in the original: so many elements may be made in all. */
  private static final long MOST_ELEMENTS = 1_000_000;

  private final Types types;
  private final Environment environment;
  private final Map<String, @Nullable Object> variables = new HashMap<>();
  private final Loops loops = new Loops(this);
  private long elements;

  private Evaluator(Types types, Environment environment) {
    this.types = types;
    this.environment = environment;
  }

  static @Nullable Object evaluate(Node tree, Types types, Environment environment) {
    return new Evaluator(types, environment).value(tree);
  }

  @Nullable Object value(Node node) {
    return switch (node) {
      case Node.Nil nil -> null;
      case Node.Identifier name -> identifier(name.name());
      case Node.Int number -> number.value();
      case Node.Decimal number -> number.value();
      case Node.Bool bool -> bool.value();
      case Node.Text text -> text.value();
      case Node.Bytes bytes -> bytes.value().getBytes(StandardCharsets.ISO_8859_1);
      case Node.Unary unary -> unary(unary);
      case Node.Binary binary -> binary(binary);
      case Node.Chain chain -> chain(chain);
      case Node.Member member -> member(member);
      case Node.Slice slice -> slice(slice);
      case Node.Call call -> call(call);
      case Node.Builtin builtin ->
          Closures.NAMES.contains(builtin.name()) ? loops.value(builtin) : builtin(builtin);
      case Node.Predicate predicate -> value(predicate.body());
      case Node.Pointer pointer -> loops.pointer(pointer.name());
      case Node.Declaration declaration -> declaration(declaration);
      case Node.Sequence sequence -> sequence(sequence);
      case Node.Conditional conditional ->
          bool(value(conditional.condition()))
              ? value(conditional.then())
              : value(conditional.otherwise());
      case Node.Array array -> made(all(array.elements()));
      case Node.MapOf map -> map(map);
      case Node.Pair pair -> null;
      case Node.InTexts in -> Membership.inTexts(value(in.needle()), in.texts());
      case Node.Find find -> loops.find(find);
      case Node.FilterMap filter -> loops.filterMap(filter);
      case Node.Count count -> loops.count(count.collection(), count.predicate(), count.limit());
    };
  }

  static boolean bool(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw Fault.runtime(
        "interface conversion: interface {} is " + GoTypes.name(value) + ", not bool");
  }

  /** Counts made elements against the budget. */
  void grow(long size) {
    elements += size;
    if (elements >= MOST_ELEMENTS) {
      throw Fault.runtime("memory budget exceeded");
    }
  }

  List<@Nullable Object> made(List<@Nullable Object> array) {
    grow(array.size());
    return array;
  }

  private List<@Nullable Object> all(List<Node> nodes) {
    List<@Nullable Object> values = new ArrayList<>(nodes.size());
    nodes.forEach(node -> values.add(value(node)));
    return values;
  }

  private @Nullable Object identifier(String name) {
    if (variables.containsKey(name)) {
      return variables.get(name);
    }
    return name.equals("$env") ? environment : environment.value(name);
  }

  private @Nullable Object unary(Node.Unary node) {
    Object operand = value(node.operand());
    return switch (node.operator()) {
      case "-" -> Arithmetic.negate(operand);
      case "+" -> operand;
      default -> !bool(operand);
    };
  }

  private @Nullable Object binary(Node.Binary node) {
    return switch (node.operator()) {
      case "and", "&&" -> lazy(node, false);
      case "or", "||" -> lazy(node, true);
      case "??" -> {
        Object left = value(node.left());
        yield GoTypes.isNil(left) ? value(node.right()) : left;
      }
      default -> strict(node, value(node.left()), value(node.right()));
    };
  }

  /** The right side counts only if the left does not decide; it may be of any type. */
  private @Nullable Object lazy(Node.Binary node, boolean deciding) {
    boolean left = bool(value(node.left()));
    return left == deciding ? (Object) left : value(node.right());
  }

  /** The operators that always look at both sides. */
  private @Nullable Object strict(Node.Binary node, @Nullable Object left, @Nullable Object right) {
    return switch (node.operator()) {
      case "==" -> equal(node, left, right);
      case "!=" -> !equal(node, left, right);
      case "<", ">", "<=", ">=" -> Order.of(node.operator()).holds(left, right);
      case "in" -> Membership.in(left, right);
      case "matches" -> Texts.matches(left, right);
      case "contains", "startsWith", "endsWith" -> Texts.affix(node.operator(), left, right);
      case ".." -> range(left, right);
      default -> Arithmetic.apply(node.operator(), left, right);
    };
  }

  /** Two ints, or two texts, are taken as such: anything else met there is a mistake. */
  private boolean equal(Node.Binary node, @Nullable Object left, @Nullable Object right) {
    Kind kind = types.of(node.left()).kind();
    if (kind == types.of(node.right()).kind()) {
      boolean ints = left instanceof Long && right instanceof Long;
      boolean texts = left instanceof String && right instanceof String;
      if ((kind == Kind.INT && !ints) || (kind == Kind.STRING && !texts)) {
        throw Fault.runtime("interface conversion: not of the type that was expected");
      }
    }
    return Comparisons.equal(left, right);
  }

  private long[] range(@Nullable Object left, @Nullable Object right) {
    long from = Arithmetic.toInt(left);
    long to = Arithmetic.toInt(right);
    long size = Math.max(0, to - from + 1);
    grow(size);
    long[] range = new long[(int) size];
    for (int i = 0; i < range.length; i++) {
      range[i] = from + i;
    }
    return range;
  }

  /** Ends the reach of {@code ?.} early. */
  private static final class NilInChain extends RuntimeException {
    NilInChain() {
      super(null, null, false, false);
    }
  }

  private @Nullable Object chain(Node.Chain node) {
    try {
      Object value = value(node.node());
      return GoTypes.isNil(value) ? null : value;
    } catch (NilInChain e) {
      return null;
    }
  }

  private @Nullable Object member(Node.Member node) {
    Object base = value(node.base());
    if (node.optional() && GoTypes.isNil(base)) {
      throw new NilInChain();
    }
    Object property = value(node.property());
    if (base instanceof Environment env && property instanceof String name) {
      return env.value(name);
    }
    return Membership.fetch(base, property);
  }

  private Object slice(Node.Slice node) {
    Object base = value(node.base());
    Object to = node.to() == null ? (Long) (long) Membership.length(base) : value(node.to());
    Object from = node.from() == null ? (Long) 0L : value(node.from());
    return Membership.slice(base, from, to);
  }

  private @Nullable Object call(Node.Call node) {
    if (node.callee() instanceof Node.Member method
        && method.property() instanceof Node.Text name
        && types.of(method).kind() == Kind.FUNC) {
      return TimeMethods.call(value(method.base()), name.value(), all(node.arguments()));
    }
    List<@Nullable Object> arguments = all(node.arguments());
    if (value(node.callee()) instanceof Environment.Function function) {
      return ArgoFunctions.call(function.name(), arguments, environment.result());
    }
    throw Fault.runtime("invalid operation: cannot call non-function");
  }

  private @Nullable Object builtin(Node.Builtin node) {
    List<@Nullable Object> arguments = all(node.arguments());
    return Builtins.call(node.name(), arguments, environment.now(), this);
  }

  private @Nullable Object declaration(Node.Declaration node) {
    Object value = value(node.value());
    variables.put(node.name(), value);
    Object result = value(node.scope());
    variables.remove(node.name());
    return result;
  }

  private @Nullable Object sequence(Node.Sequence node) {
    Object last = null;
    for (Node part : node.nodes()) {
      last = value(part);
    }
    return last;
  }

  private Map<String, @Nullable Object> map(Node.MapOf node) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Node.Pair pair : node.pairs()) {
      Object key = value(pair.key());
      Object value = value(pair.value());
      map.put(Texts.text(key), value);
    }
    grow(node.pairs().size());
    return map;
  }
}
