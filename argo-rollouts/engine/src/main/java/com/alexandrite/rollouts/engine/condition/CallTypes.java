package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Nature.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types calls: which function, and whether the arguments fit one of its forms. */
final class CallTypes {

  private final Checker checker;
  private final Types types;

  CallTypes(Checker checker, Types types) {
    this.checker = checker;
    this.types = types;
  }

  Nature call(Node.Call node) {
    if (node.callee() instanceof Node.Identifier name && name.name().equals("$env")) {
      throw Fault.compile("$env is not callable");
    }
    Nature callee = checker.visit(node.callee());
    if (callee.unknown()) {
      // Nothing of the arguments is looked at: such a call can only fail when it is reached.
      return Nature.UNKNOWN;
    }
    if (callee.signature() == null) {
      throw Fault.compile(
          callee.nil() ? "cannot call nil as function" : callee + " is not callable");
    }
    String problem = problem(name(node.callee()), callee.signature(), node.arguments());
    if (problem != null) {
      throw Fault.compile(problem);
    }
    return callee.signature().result();
  }

  private static String name(Node callee) {
    return switch (callee) {
      case Node.Identifier identifier -> identifier.name();
      case Node.Member member when member.property() instanceof Node.Text text -> text.value();
      default -> "function";
    };
  }

  Nature builtin(Node.Builtin node) {
    if (node.name().equals("get")) {
      return get(node.arguments());
    }
    List<Signature> forms = Signature.BUILTIN.get(node.name());
    if (forms == null) {
      List<Nature> arguments = node.arguments().stream().map(checker::visit).toList();
      return BuiltinTypes.of(node.name(), arguments);
    }
    String problem = "no matching overload for " + node.name();
    for (Signature form : forms) {
      problem = problem(node.name(), form, node.arguments());
      if (problem == null) {
        return form.result();
      }
    }
    throw Fault.compile(problem);
  }

  private @Nullable String problem(String name, Signature form, List<Node> arguments) {
    String problem = null;
    if (arguments.size() != form.parameters().size()) {
      arguments.forEach(checker::visit);
      boolean few = arguments.size() < form.parameters().size();
      problem = (few ? "not enough" : "too many") + " arguments to call " + name;
    }
    for (int i = 0; problem == null && i < arguments.size(); i++) {
      problem = problem(name, arguments.get(i), form.parameters().get(i));
    }
    return problem;
  }

  private @Nullable String problem(String name, Node argument, Nature parameter) {
    Nature nature = checker.visit(argument);
    if (parameter.is(Kind.FLOAT) && nature.integer()) {
      makeFloat(argument);
      return null;
    }
    if (parameter.integer() && nature.integer()) {
      return null;
    }
    if (nature.nil()) {
      return parameter.is(Kind.ANY)
          ? null
          : "cannot use nil as argument (type " + parameter + ") to call " + name;
    }
    return nature.unknown() || nature.assignableTo(parameter)
        ? null
        : "cannot use " + nature + " as argument (type " + parameter + ") to call " + name;
  }

  /**
   * Whole numbers written where a float is wanted become floats; other whole values stay and fail
   * later.
   */
  private void makeFloat(Node node) {
    switch (node) {
      case Node.Int literal -> types.makeFloat(literal);
      case Node.Unary unary -> makeFloat(unary.operand());
      case Node.Binary binary when "+-*".contains(binary.operator()) -> {
        makeFloat(binary.left());
        makeFloat(binary.right());
      }
      default -> {}
    }
  }

  private Nature get(List<Node> arguments) {
    if (arguments.size() != 2) {
      throw Fault.compile("invalid number of arguments (expected 2, got " + arguments.size() + ")");
    }
    Nature base = checker.visit(arguments.getFirst());
    Nature property = checker.visit(arguments.getLast());
    if (base.unknown()) {
      return Nature.UNKNOWN;
    }
    if (base.is(Kind.ARRAY)) {
      if (!property.integer() && !property.unknown()) {
        throw Fault.compile("non-integer slice index " + property);
      }
      return base.elements();
    }
    if (!base.is(Kind.MAP) || base.key() == null) {
      throw Fault.compile("type " + base + " does not support indexing");
    }
    if (!property.assignableTo(base.key()) && !property.unknown()) {
      throw Fault.compile("cannot use " + property + " to get an element from " + base);
    }
    return base.elements();
  }
}
