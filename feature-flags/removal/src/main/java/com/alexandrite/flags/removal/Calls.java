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
    TypeDeclaration<?> type = typeAround(method);
    String name = method.getNameAsString();
    List<Call> calls = new ArrayList<>();
    long declared = 0;
    List<String> files = method.isPrivate() ? List.of(home.path()) : work.javaMentioning(name);
    for (String path : files) {
      JavaUnit unit = work.unit(path).orElse(null);
      if (unit == null || isReferred(unit, name)) {
        return Optional.empty();
      }
      declared += declared(unit, name);
      for (MethodCallExpr call : unit.all(MethodCallExpr.class)) {
        if (call.getNameAsString().equals(name)) {
          if (!isCertain(call, method, type)) {
            return Optional.empty();
          }
          calls.add(new Call(unit, call));
        }
      }
    }
    // Another method of that name might answer to one of these calls.
    return declared == 1 ? Optional.of(calls) : Optional.empty();
  }

  private static boolean isReferred(JavaUnit unit, String name) {
    return unit.all(MethodReferenceExpr.class).stream()
        .anyMatch(reference -> reference.getIdentifier().equals(name));
  }

  private static long declared(JavaUnit unit, String method) {
    return unit.all(MethodDeclaration.class).stream()
        .filter(one -> one.getNameAsString().equals(method))
        .count();
  }

  private static boolean isCertain(
      MethodCallExpr call, MethodDeclaration method, TypeDeclaration<?> type) {
    boolean fits = call.getArguments().size() == method.getParameters().size();
    return fits
        && call.getScope().map(scope -> isOf(type, scope)).orElseGet(() -> isWithin(type, call));
  }

  private static boolean isWithin(TypeDeclaration<?> type, Node call) {
    return Nodes.same(
        call.findCompilationUnit().orElse(null), type.findCompilationUnit().orElse(null));
  }

  /** Whether the receiver is, as the source says, an object of the type or the type itself. */
  private static boolean isOf(TypeDeclaration<?> type, Expression receiver) {
    String name = type.getNameAsString();
    return switch (receiver) {
      case ThisExpr _ -> isWithin(type, receiver);
      case ObjectCreationExpr created -> created.getType().getNameAsString().equals(name);
      case FieldAccessExpr field when field.getScope().isThisExpr() ->
          isDeclared(field.getNameAsString(), name, receiver);
      case NameExpr one ->
          one.getNameAsString().equals(name) || isDeclared(one.getNameAsString(), name, one);
      default -> false;
    };
  }

  /** Whether all that the file declares under this name is of that type. */
  private static boolean isDeclared(String name, String type, Node place) {
    Node file = place.findCompilationUnit().orElseThrow();
    Stream<String> variables =
        file.findAll(VariableDeclarator.class, one -> one.getNameAsString().equals(name)).stream()
            .map(one -> one.getTypeAsString());
    Stream<String> parameters =
        file.findAll(Parameter.class, one -> one.getNameAsString().equals(name)).stream()
            .map(one -> one.getTypeAsString());
    List<String> types = Stream.concat(variables, parameters).distinct().toList();
    return types.equals(List.of(type));
  }

  static TypeDeclaration<?> typeAround(Node node) {
    Node at = node.getParentNode().orElseThrow();
    while (!(at instanceof TypeDeclaration<?>)) {
      at = at.getParentNode().orElseThrow();
    }
    return (TypeDeclaration<?>) at;
  }
}
