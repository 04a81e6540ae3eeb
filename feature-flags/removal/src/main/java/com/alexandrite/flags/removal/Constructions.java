package com.alexandrite.flags.removal;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds every place that makes an object of a type; none when one may be hidden. */
final class Constructions {
  private final Workspace work;

  Constructions(Workspace work) {
    this.work = work;
  }

  /** The arguments of one call and the file they stand in. */
  record Arguments(JavaUnit unit, NodeList<Expression> arguments) {}

  /** The arguments of each call with that many; empty when a call may be hidden. */
  Optional<List<Arguments>> of(JavaUnit home, String type, int size) {
    List<Arguments> found = new ArrayList<>();
    int declarations = 0;
    for (String path : work.javaMentioning(type)) {
      JavaUnit unit = work.unit(path).orElse(null);
      if (unit == null || isHidden(unit, type)) {
        return Optional.empty();
      }
      declarations += declarations(unit, type);
      unit.all(ObjectCreationExpr.class).stream()
          .filter(one -> one.getType().getNameAsString().equals(type))
          .filter(one -> one.getArguments().size() == size)
          .forEach(one -> found.add(new Arguments(unit, one.getArguments())));
    }
    found.addAll(delegations(home, type, size));
    return declarations == 1 && constructors(home, type, size) <= 1
        ? Optional.of(found)
        : Optional.empty();
  }

  /** A subclass, a reference to the constructor or a record's pattern. */
  private static boolean isHidden(JavaUnit unit, String type) {
    boolean isExtended =
        unit.all(ClassOrInterfaceDeclaration.class).stream()
            .flatMap(one -> one.getExtendedTypes().stream())
            .anyMatch(one -> one.getNameAsString().equals(type));
    return isExtended
        || unit.all(MethodReferenceExpr.class).stream()
            .anyMatch(
                one -> one.getIdentifier().equals("new") && one.getScope().toString().equals(type));
  }

  private static int declarations(JavaUnit unit, String type) {
    return (int)
        unit.tree().findAll(TypeDeclaration.class).stream()
            .filter(one -> one.getNameAsString().equals(type))
            .count();
  }

  private static long constructors(JavaUnit home, String type, int size) {
    return home.all(ConstructorDeclaration.class).stream()
        .filter(one -> one.getNameAsString().equals(type) && one.getParameters().size() == size)
        .count();
  }

  private static List<Arguments> delegations(JavaUnit home, String type, int size) {
    return home.all(ExplicitConstructorInvocationStmt.class).stream()
        .filter(one -> one.isThis() && one.getArguments().size() == size)
        .filter(one -> Calls.typeAround(one).getNameAsString().equals(type))
        .map(one -> new Arguments(home, one.getArguments()))
        .toList();
  }
}
