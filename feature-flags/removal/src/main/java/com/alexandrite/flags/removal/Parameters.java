package com.alexandrite.flags.removal;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a parameter out of a private method that always gets the flag's answer there. */
final class Parameters {
  private final Workspace work;

  Parameters(Workspace work) {
    this.work = work;
  }

  /** Takes one out; false when there is none. */
  boolean step() {
    for (String path : work.javaMentioning("flag$")) {
      JavaUnit unit = work.unit(path).orElse(null);
      if (unit != null && Mark.all(unit).stream().anyMatch(place -> removed(unit, place))) {
        return true;
      }
    }
    return false;
  }

  private boolean removed(JavaUnit unit, NameExpr place) {
    Mark mark = Mark.in(place).orElseThrow();
    if (!mark.isBoolean() || !(place.getParentNode().orElse(null) instanceof MethodCallExpr call)) {
      return false;
    }
    int at = call.getArguments().indexOf(place);
    Optional<MethodDeclaration> method = at < 0 ? Optional.empty() : target(unit, call);
    Optional<List<Edit>> edits = method.flatMap(one -> edits(unit, one, at, mark));
    edits.ifPresent(all -> work.edit(unit.path(), all));
    return edits.isPresent();
  }

  private static Optional<MethodDeclaration> target(JavaUnit unit, MethodCallExpr call) {
    List<MethodDeclaration> named =
        unit.all(MethodDeclaration.class).stream()
            .filter(method -> method.getNameAsString().equals(call.getNameAsString()))
            .toList();
    return named.size() == 1 && named.getFirst().isPrivate()
        ? Optional.of(named.getFirst())
        : Optional.empty();
  }

  private Optional<List<Edit>> edits(JavaUnit unit, MethodDeclaration method, int at, Mark mark) {
    Parameter parameter = method.getParameter(at);
    String name = parameter.getNameAsString();
    Optional<List<Calls.Call>> calls = new Calls(work).of(unit, method);
    boolean always = calls.isPresent() && calls.get().stream().allMatch(one -> gets(one, at, mark));
    if (!always || Scopes.isAssigned(method, name) || isShadowed(method, parameter)) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(Lists.without(unit, method.getParameters(), at));
    method.getJavadocComment().ifPresent(_ -> edits.addAll(Javadoc.without(unit, method, name)));
    Scopes.uses(method, name).forEach(use -> edits.add(unit.replace(use, mark.toString())));
    calls.get().forEach(one -> edits.add(Lists.without(unit, one.call().getArguments(), at)));
    return Optional.of(edits);
  }

  private static boolean gets(Calls.Call call, int at, Mark mark) {
    Expression argument = call.call().getArgument(at);
    return Mark.in(argument).filter(other -> other.kind() == mark.kind()).isPresent();
  }

  private static boolean isShadowed(MethodDeclaration method, Parameter parameter) {
    return Scopes.declarations(method)
        .anyMatch(other ->
            !Nodes.same(other.node(), parameter)
                && other.name().equals(parameter.getNameAsString()));
  }
}
