package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds every call of a method, without a compiler: by name, number of arguments, and what the
 * source says about the receiver. When that is not certain for one of them, there is no answer.
 */
final class Calls {
  private final Workspace work;

  Calls(Workspace work) {
    this.work = work;
  }

  /** A call and the file it stands in. */
  record Call(JavaUnit unit, MethodCallExpr call) {}

  /** All calls of the method; empty when some may be hidden. */
  Optional<List<Call>> of(JavaUnit home, MethodDeclaration method) {
    String name = method.getNameAsString();
    List<String> files = method.isPrivate() ? List.of(home.path()) : work.javaMentioning(name);
    List<Call> calls = new ArrayList<>();
    for (String path : files) {
      JavaUnit unit = work.unit(path).orElse(null);
      if (unit == null || isReferred(unit, name)) {
        return Optional.empty();
      }
      for (MethodCallExpr call : unit.all(MethodCallExpr.class)) {
        Receiver receiver =
            call.getNameAsString().equals(name) ? receiver(call, method) : Receiver.OTHER;
        if (receiver == Receiver.UNKNOWN) {
          return Optional.empty();
        }
        if (receiver == Receiver.OURS) {
          calls.add(new Call(unit, call));
        }
      }
    }
    return isOverloaded(home, method) ? Optional.empty() : Optional.of(calls);
  }

  /** What is known of the object that a call goes to. */
  private enum Receiver {
    OURS,
    OTHER,
    UNKNOWN
  }

  private static boolean isReferred(JavaUnit unit, String name) {
    return unit.all(MethodReferenceExpr.class).stream()
        .anyMatch(reference -> reference.getIdentifier().equals(name));
  }

  /** Whether another method of the file would answer to the same call. */
  private static boolean isOverloaded(JavaUnit home, MethodDeclaration method) {
    return home.all(MethodDeclaration.class).stream()
            .filter(one -> one.getNameAsString().equals(method.getNameAsString()))
            .count()
        > 1;
  }

  private static Receiver receiver(MethodCallExpr call, MethodDeclaration method) {
    TypeDeclaration<?> type = typeAround(method);
    if (call.getArguments().size() != method.getParameters().size()) {
      return Receiver.OTHER;
    }
    return call.getScope()
        .map(scope -> receiver(type, scope))
        .orElseGet(() -> isWithin(type, call) ? Receiver.OURS : Receiver.OTHER);
  }

  private static boolean isWithin(TypeDeclaration<?> type, Node call) {
    return Nodes.same(
        call.findCompilationUnit().orElse(null), type.findCompilationUnit().orElse(null));
  }

  /** What the source says of the receiver's type. */
  private static Receiver receiver(TypeDeclaration<?> type, Expression receiver) {
    String name = type.getNameAsString();
    return switch (receiver) {
      case ThisExpr _ -> isWithin(type, receiver) ? Receiver.OURS : Receiver.OTHER;
      case ObjectCreationExpr created -> is(created.getType().getNameAsString(), name);
      case FieldAccessExpr field when field.getScope().isThisExpr() ->
          declared(field.getNameAsString(), name, receiver);
      case NameExpr one when one.getNameAsString().equals(name) -> Receiver.OURS;
      case NameExpr one -> declared(one.getNameAsString(), name, one);
      default -> Receiver.UNKNOWN;
    };
  }

  private static Receiver is(String type, String wanted) {
    return type.equals(wanted) ? Receiver.OURS : Receiver.OTHER;
  }

  /** By all that the file declares under this name. */
  private static Receiver declared(String name, String type, Node place) {
    Node file = place.findCompilationUnit().orElseThrow();
    Stream<String> variables =
        file.findAll(VariableDeclarator.class, one -> one.getNameAsString().equals(name)).stream()
            .map(one -> one.getTypeAsString());
    Stream<String> parameters =
        file.findAll(Parameter.class, one -> one.getNameAsString().equals(name)).stream()
            .map(one -> one.getTypeAsString());
    List<String> types = Stream.concat(variables, parameters).distinct().toList();
    boolean isPlain = types.size() == 1 && !types.contains("var") && !types.contains("");
    return isPlain ? is(types.getFirst(), type) : Receiver.UNKNOWN;
  }

  static TypeDeclaration<?> typeAround(Node node) {
    Node at = node.getParentNode().orElseThrow();
    while (!(at instanceof TypeDeclaration<?>)) {
      at = at.getParentNode().orElseThrow();
    }
    return (TypeDeclaration<?>) at;
  }
}
